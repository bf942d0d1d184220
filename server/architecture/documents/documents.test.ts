import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../platform/testing/app.ts'
import { generatedDocuments } from './all.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test('docs/roles.md and docs/schema.sql say what policy table and migrations say; else run: npx gongzhi docs', async () => {
  for (const { path, text } of await generatedDocuments(app.migratorUrl, app.modules))
    expect(readFileSync(path, 'utf8') === text, `${path} is out of date: npx gongzhi docs`).toBe(true)
})
