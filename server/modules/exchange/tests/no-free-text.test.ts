import { expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../platform/testing/app.ts'

interface Schema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

/** Fields that take whatever text there is, by their paths. */
function* freeTexts(schema: Schema, path: string): Generator<string> {
  if (schema.type === 'string' && !schema.format && !schema.pattern && !schema.enum) yield path
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    yield* freeTexts(inner, `${path}.${name}`)
  if (schema.items) yield* freeTexts(schema.items, path)
  for (const inner of schema.anyOf ?? []) yield* freeTexts(inner, path)
}

/** What the rule-book or the register of places and bodies says; nobody types it into a decision. */
const known = new Set(['edition', 'code', 'uscc', 'name', 'total', 'band', 'rows'])

test('no event carries what a person wrote freely: reasons and notes stay in the house', async () => {
  const app = await testApp()
  try {
    const kinds = app.modules.flatMap((module) => module.events ?? [])
    expect(kinds.length).toBeGreaterThan(4)
    const texts = kinds.flatMap(({ name, data }) => [...freeTexts(z.toJSONSchema(data) as Schema, name)])
    expect(texts.filter((path) => !known.has(path.split('.').at(-1) ?? ''))).toEqual(['exchange.trial.note'])
  } finally {
    await app.close()
  }
})
