import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  copyEdition,
  getDifferences,
  getEditionHistory,
  importEdition,
  listDrafts,
  settleEdition,
  submitEdition,
} from '../../../../contracts/standards/editions.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { checkProposalText } from '../../../rulebook/check-proposal.ts'
import { type SmallCity, smallCity } from '../../evaluation/testing/small-city.ts'
import { basedOn, type EditionDesk, editionDesk, rowOf } from '../testing/edition-desk.ts'

let app: TestApp
let city: SmallCity
let editor: Person
let colleague: Person
let approver: Person
let copy: EditionDesk['copy']
let change: EditionDesk['change']
let draftOf: EditionDesk['draftOf']

beforeAll(async () => {
  app = await testApp()
  city = await smallCity(app)
  ;({ editor, colleague, approver, copy, change, draftOf } = await editionDesk(app, city.people.city))
})
afterAll(() => app.close())

describe('a copy', () => {
  test('passes every check as it is, and is read as a file by `gongzhi scheme check`', async () => {
    const id = await copy('BT-2027-copy')
    const { document, faults } = await draftOf(id)
    expect(faults).toEqual([])
    for (const format of ['yaml', 'json']) {
      const file = await app.http.inject({
        method: 'GET',
        url: `/api/standards/drafts/${id}/file?format=${format}`,
        headers: { 'x-gongzhi': '1' },
        cookies: { gongzhi_session: editor.token },
      })
      expect(checkProposalText(file.body, `x.${format}`)).toMatchObject({
        edition: 'BT-2027-copy',
        faults: [],
      })
      expect(parse(file.body)).toEqual(document)
    }
  })

  test('is made by the city bureau alone, under a code that nobody has', async () => {
    const body = { basedOn, code: 'BT-2027-copy', title: '又一份', titleEn: 'Again', fromYear: 2027 }
    expect((await city.people.district.call(copyEdition, { body })).status).toBe(403)
    expect((await city.people.firmA.call(listDrafts)).status).toBe(403)
    expect(await editor.call(copyEdition, { body })).toMatchObject({
      status: 409,
      body: { code: 'standards.code-taken' },
    })
    const shipped = await editor.call(copyEdition, { body: { ...body, code: basedOn } })
    expect(shipped.status).toBe(409)
    const early = await editor.call(copyEdition, { body: { ...body, code: 'BT-2020', fromYear: 2020 } })
    expect(early.status).toBe(422)
    expect(
      (await editor.call(copyEdition, { body: { ...body, code: 'X-1', basedOn: 'no-such' } })).status,
    ).toBe(404)
  })
})

describe('editing', () => {
  test('an edition that sums to 99 is told at its table and group at once, and cannot be submitted', async () => {
    const id = await copy('BT-2027-sum')
    const { document } = await draftOf(id)
    const saved = await change(editor, id, {
      part: 'row',
      key: '1-01',
      value: { ...rowOf(document, '1-01'), points: '1' },
    })
    expect(saved.body.outcome).toBe('saved')
    const codes =
      saved.body.outcome === 'saved'
        ? saved.body.faults.map(({ part, key, code }) => `${part} ${key} ${code}`)
        : []
    expect(codes).toContain('table A.1 table-sum')
    expect(codes).toContain('table A.1 group-sum')
    const refused = await editor.call(submitEdition, { params: { id }, body: { base: 2 } })
    expect(refused).toMatchObject({ status: 422, body: { code: 'standards.edition-faulty' } })
    expect(JSON.stringify(refused.body)).toContain('99')
  })

  test('what has not the form of a row, or names a fact that does not exist, is told at its row', async () => {
    const id = await copy('BT-2027-form')
    const row = rowOf((await draftOf(id)).document, '1-01')
    const formless = await change(editor, id, { part: 'row', key: '1-01', value: { ...row, points: '两分' } })
    expect(formless.status).toBe(422)
    expect(JSON.stringify(formless.body)).toContain('准确的数')
    const long = await change(editor, id, {
      part: 'row',
      key: '1-01',
      value: { ...row, indicator: '长'.repeat(30_000) },
    })
    expect(long.body).toMatchObject({ code: 'standards.part-too-long' })
    const unknown = await change(editor, id, {
      part: 'row',
      key: '1-01',
      value: { ...row, fact: 'no-such-fact' },
    })
    expect(unknown.body.outcome === 'saved' && unknown.body.faults).toMatchObject([
      { part: 'row', key: '1-01', field: 'fact', code: 'no-fact' },
    ])
    const beyond = await change(editor, id, {
      part: 'row',
      key: '9-99',
      value: { ...row, id: '9-99', table: 'A.9' },
    })
    expect(beyond.status).toBe(422)
  })

  test('of two who edit one row the second is told whose and what; different rows do not stand in the way', async () => {
    const id = await copy('BT-2027-two')
    const { document, version: base } = await draftOf(id)
    const [one, other] = [rowOf(document, '1-01'), rowOf(document, '1-02')]
    expect(
      (
        await change(editor, id, {
          part: 'row',
          key: '1-01',
          value: { ...one, indicator: '甲改的名称' },
          base,
        })
      ).body.outcome,
    ).toBe('saved')
    const second = await change(colleague, id, {
      part: 'row',
      key: '1-01',
      value: { ...one, indicator: '乙改的名称' },
      base,
    })
    expect(second.body).toMatchObject({
      outcome: 'conflict',
      version: base + 1,
      theirs: { indicator: '甲改的名称' },
    })
    expect(
      (
        await change(colleague, id, {
          part: 'row',
          key: '1-02',
          value: { ...other, indicator: '乙改的另一行' },
          base,
        })
      ).body.outcome,
    ).toBe('saved')
    const { changes } = (await editor.call(getEditionHistory, { params: { id } })).body
    expect(changes.map(({ key, version }) => [key, version])).toEqual([
      ['1-02', base + 2],
      ['1-01', base + 1],
    ])
    expect(changes[1]).toMatchObject({
      before: { indicator: one.indicator },
      after: { indicator: '甲改的名称' },
    })
    const { differences } = (await editor.call(getDifferences, { params: { id } })).body
    expect(differences.map(({ key, change }) => `${key} ${change}`)).toEqual(['1-01 changed', '1-02 changed'])
    // Both had a hand in it: neither approves it.
    await editor.call(submitEdition, { params: { id }, body: { base: base + 2 } })
    for (const person of [editor, colleague])
      expect(
        await person.call(settleEdition, { params: { id }, body: { outcome: 'published' } }),
      ).toMatchObject({ status: 403, body: { code: 'standards.same-person' } })
    const back = await approver.call(settleEdition, {
      params: { id },
      body: { outcome: 'returned', reason: '请再核对名称' },
    })
    expect(back.body).toEqual({ state: 'draft' })
    expect((await draftOf(id)).note).toBe('请再核对名称')
  })

  test('a limit has its new value from the first day of the edition; going back takes it out of the file', async () => {
    const id = await copy('BT-2027-limit')
    const { limits } = await draftOf(id)
    const limit = limits.find((one) => one.unit === 'share' && one.usedBy.length > 0)
    const key = limit?.id ?? ''
    await change(editor, id, { part: 'limit', key, value: { value: '7/10' } })
    const after = await draftOf(id)
    expect(after.limits.find((one) => one.id === key)).toMatchObject({ value: '7/10', base: limit?.base })
    expect(after.document.limits).toMatchObject([
      { id: key, values: [{ to: '2027-01-01' }, { from: '2027-01-01', value: '7/10' }] },
    ])
    await change(editor, id, { part: 'limit', key, value: null })
    expect((await draftOf(id)).document.limits).toBeUndefined()
    expect((await change(editor, id, { part: 'limit', key: 'no-such', value: { value: '1' } })).status).toBe(
      422,
    )
  })

  test('a file replaces the draft whole; one of another edition, or without a table, is told', async () => {
    const id = await copy('BT-2027-file')
    const { document, version } = await draftOf(id)
    const put = (changed: unknown, base: number) =>
      editor.call(importEdition, { params: { id }, body: { text: JSON.stringify(changed), base } })
    const same = await put(document, version)
    expect(same.body).toMatchObject({ version, changed: 0, faults: [] })
    const foreign = await put(
      {
        ...document,
        scheme: { ...(document.scheme as object), id: 'OTHER' },
        indicators: document.indicators,
      },
      version,
    )
    expect(JSON.stringify(foreign.body)).toContain('frame-code')
    expect((await put({ scheme: 1 }, version + 1)).status).toBe(422)
    expect(
      (await editor.call(importEdition, { params: { id }, body: { text: 'a: [', base: version + 1 } }))
        .status,
    ).toBe(422)
    expect((await put(document, version)).body).toMatchObject({ code: 'standards.draft-moved' })
  })
})
