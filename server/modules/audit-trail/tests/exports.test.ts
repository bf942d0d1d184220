import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntries } from '../../../../contracts/audit-trail/staff.ts'
import { perform } from '../../../access/action.ts'
import { recordAudit } from '../../../platform/audit/record.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { columnOf, expectNoFormula, exportedSheet } from '../../../platform/testing/exported.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

let app: TestApp
let city: Person
let auditor: Person
const path = '/api/audit-trail/entries/export'

beforeAll(async () => {
  app = await testApp()
  city = await app.person({ role: 'city-official', placeId: app.cityId })
  auditor = await app.person({ role: 'auditor', placeId: app.cityId })
})
afterAll(() => app.close())

const record = (verb: string, summary: string, detail: Record<string, unknown> = {}) =>
  recordAudit(app.database.db, app.context.keys, {
    at: app.context.clock.now().toISOString(),
    actorId: city.id,
    verb,
    line: { resource: 'organisations.post', id: '7', summary, detail },
  })

test('the trail leaves as a file with exactly the entries that its filters show, latest first, and not one page of them only', async () => {
  for (let n = 1; n <= 501; n++) await record('trial.many', `第 ${n} 件`)
  await record('trial.other', '别的')
  const sheet = await exportedSheet(app, auditor, `${path}?verb=trial.many`)
  expect(columnOf(sheet, '办理的事')).toEqual(Array.from({ length: 501 }, (_, i) => `第 ${501 - i} 件`))
  expect(new Set(columnOf(sheet, '办理人账号'))).toEqual(new Set([city.account]))
  expect(new Set(columnOf(sheet, '涉及的记录'))).toEqual(new Set(['任职']))
  expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-23T09:00:00Z'))
  const later = await exportedSheet(app, auditor, `${path}?verb=trial.many&from=2026-11-24`)
  expect(columnOf(later, '记录号')).toEqual([])
  const listed = (await auditor.call(listEntries, { query: { actor: city.account, limit: 200 } })).body.rows
  const file = await exportedSheet(app, auditor, `${path}?actor=${city.account}`)
  expect(columnOf(file, '记录号').slice(0, 200)).toEqual(listed.map((row) => String(row.id)))
})

test('sealed personal fields are not in the file, nor anything else of an entry’s detail; no text becomes a formula', async () => {
  const sealed = app.context.keys.seal('13800000000')
  await record('trial.person', '=1+1', { before: { phone: sealed }, note: '内情' })
  const sheet = await exportedSheet(app, auditor, `${path}?verb=trial.person`)
  expect(columnOf(sheet, '办理的事')).toEqual(['=1+1'])
  expectNoFormula(sheet)
  const all = JSON.stringify(sheet.getSheetValues())
  for (const hidden of [sealed, '13800000000', '内情']) expect(all).not.toContain(hidden)
})

test('only roles of the whole city take the file away; an auditor of a district is told why before anything is sent', async () => {
  const { rows } = await perform(await city.ctx(), recordPlacesAction, [
    {
      row: 2,
      cells: {
        code: '150203000000',
        name: '昆都仑区',
        kind: 'district',
        parent: '150200000000',
        inBuiltUpArea: true,
        validFrom: '2020-01-01',
      },
    },
  ])
  const ofDistrict = await app.person({ role: 'auditor', placeId: rows[0]?.id ?? '' })
  for (const [person, why] of [
    [ofDistrict, '只有管辖全市'],
    [city, 'detail'],
  ] as const) {
    const refused = await app.http.inject({ url: path, cookies: { gongzhi_session: person.token } })
    expect([refused.statusCode, refused.body]).toEqual([403, expect.stringContaining(why)])
  }
})
