import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../../contracts/imports/staff.ts'
import { listCompounds } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { exportSheet } from '../../../platform/spreadsheet/export-sheet.ts'
import { awkwardTexts } from '../../../platform/spreadsheet/testing/awkward-texts.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { compoundHead, compoundRow, ground } from './compound-rows.ts'
import { settled, upload } from './sheet-files.ts'

let app: TestApp
let city: Person

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await city.ctx(), recordPlacesAction, ground)
})
afterAll(() => app.close())

async function listed(): Promise<string[]> {
  const names: string[] = []
  let after: string | undefined
  do {
    const { body } = await city.call(listCompounds, { query: { limit: 200, ...(after ? { after } : {}) } })
    names.push(...body.rows.map((row) => row.name))
    after = body.next ?? undefined
  } while (after)
  return names
}

test('awkward names go in by sheet and come out of the list unchanged, none of them lost, merged or run', async () => {
  const names = [...new Set(awkwardTexts().map((text) => text.trim()))].filter(
    (text) => text.length <= 500 && !text.includes('\u0000'),
  )
  const columns = compoundHead.map((header, i) => ({
    header,
    value: (row: string) => (compoundRow(row, { distinct: '是' })[i] ?? null) as string | number | null,
  }))
  const chunks: Buffer[] = []
  for await (const chunk of exportSheet({ title: '小区', columns, rows: names })) chunks.push(chunk as Buffer)
  const { body } = await upload(app.http, city, 'compounds', Buffer.concat(chunks))
  expect(await settled(city, body.id)).toMatchObject({
    state: 'checked',
    counts: { created: names.length, refused: 0, perhapsSame: 0 },
  })
  await city.call(contract.confirmRun, { params: { id: body.id }, body: {} })
  expect((await settled(city, body.id)).state).toBe('imported')
  expect((await listed()).sort()).toEqual([...names].sort())
})
