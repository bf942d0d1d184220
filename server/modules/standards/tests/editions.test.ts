import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { getSubjectScore, listScores, openRound } from '../../../../contracts/evaluation/staff.ts'
import {
  changeEdition,
  copyEdition,
  getDifferences,
  getDraft,
  getEditionHistory,
  importEdition,
  listDrafts,
  previewEdition,
  settleEdition,
  submitEdition,
  withdrawEdition,
} from '../../../../contracts/standards/editions.ts'
import { getTable, listEditions } from '../../../../contracts/standards/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movableClock } from '../../../platform/testing/movable-clock.ts'
import { checkProposalText } from '../../../rulebook/check-proposal.ts'
import {
  advanceTo,
  openAndScore,
  score,
  type SmallCity,
  smallCity,
} from '../../evaluation/testing/small-city.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
const basedOn = 'DB1502-draft-2021'
let app: TestApp
let city: SmallCity
let editor: Person
let colleague: Person
let approver: Person
let roundId: string

beforeAll(async () => {
  app = await testApp({ clock })
  city = await smallCity(app)
  editor = city.people.city
  ;[colleague, approver] = [
    await app.person({ role: 'city-official', placeId: app.cityId }),
    await app.person({ role: 'city-official', placeId: app.cityId }),
  ]
  roundId = await openAndScore(app, editor)
  await advanceTo(app, clock, { bureau: editor, roundId }, 'moderation')
  await score(editor, roundId)
}, 60_000)
afterAll(() => app.close())

const copy = async (code: string, fromYear = 2027): Promise<string> => {
  const { status, body } = await editor.call(copyEdition, {
    body: { basedOn, code, title: `${fromYear} 年评价体系`, titleEn: `Edition ${fromYear}`, fromYear },
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.id
}
const draftOf = async (id: string) => (await editor.call(getDraft, { params: { id } })).body
type Row = Record<string, unknown> & { id: string; points: string }
const rowOf = (document: Record<string, unknown>, id: string): Row =>
  (document.indicators as { rows: Row[] }[]).flatMap(({ rows }) => rows).find((row) => row.id === id) as Row
async function change(
  person: Person,
  id: string,
  body: {
    part: 'row' | 'limit' | 'table' | 'scheme' | 'successor'
    key: string
    value: Record<string, unknown> | null
    base?: number
  },
) {
  const base = body.base ?? (await draftOf(id)).version
  return await person.call(changeEdition, { params: { id }, body: { ...body, base } })
}
async function publish(id: string): Promise<void> {
  const { version } = await draftOf(id)
  const submitted = await editor.call(submitEdition, { params: { id }, body: { base: version } })
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const settled = await approver.call(settleEdition, { params: { id }, body: { outcome: 'published' } })
  expect(settled.status, JSON.stringify(settled.body)).toBe(200)
}

describe('a copy', () => {
  test('passes every check as it is, and is read as a file by `gongzhi scheme check`', async () => {
    const id = await copy('BT-2027-copy')
    const { document, faults, limits } = await draftOf(id)
    expect(faults).toEqual([])
    expect(limits.find((one) => one.id === 'party-member-share')?.value ?? '').not.toBe(undefined)
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
    expect(unknown.body.outcome === 'saved' && unknown.body.faults).toMatchObject(
      [
        { part: 'row', key: '1-01', field: 'fact', code: 'no-fact' },
        { code: 'row-has-readings', part: 'successor' },
      ].slice(0, 1),
    )
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

test('a row that has grades or facts of the edition’s years is not dropped or renumbered silently', async () => {
  const fact = 'monthly-joint-meetings'
  const id = await copy('BT-2026-drop', 2026)
  const { document } = await draftOf(id)
  const row = (document.indicators as { table: string; rows: Row[] }[])
    .flatMap(({ rows }) => rows)
    .find((one) => one.fact === fact) as Row
  await app.database.pool.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, numerator, denominator, provenance, recorded_at)
      VALUES (gen_random_uuid(), 2026, $1, $2, 6, 12, 'inspected', now())`,
    [fact, city.compounds[0]?.id],
  )
  const dropped = await change(editor, id, { part: 'row', key: row.id, value: null })
  const told = dropped.body.outcome === 'saved' ? dropped.body.faults : []
  expect(told.find(({ code }) => code === 'row-has-readings')).toMatchObject({
    part: 'successor',
    key: row.id,
  })
  expect(told.map(({ detail }) => detail).join()).toContain('2026')
  await change(editor, id, { part: 'row', key: '1-99', value: { ...row, id: '1-99', table: 'A.1' } })
  expect((await draftOf(id)).faults.map(({ code }) => code)).toEqual(['row-has-readings'])
  await change(editor, id, { part: 'successor', key: row.id, value: { to: '1-01', reason: '错误的对应' } })
  expect((await draftOf(id)).faults.map(({ code }) => code)).toEqual(['successor-other'])
  await change(editor, id, { part: 'successor', key: row.id, value: { to: '1-99', reason: '只是改了编号' } })
  expect((await draftOf(id)).faults).toEqual([])
})

test('last year’s facts under the draft: a copy moves nobody, a stricter band moves some, a new fact lacks data', async () => {
  const id = await copy('BT-2027-try')
  const tried = () => editor.call(previewEdition, { params: { id }, query: { round: roundId } })
  const same = (await tried()).body
  expect(same.kinds.map(({ kind }) => kind)).toEqual([
    'compound',
    'enterprise',
    'street',
    'community',
    'district',
  ])
  for (const kind of same.kinds) {
    expect(kind.movers).toEqual([])
    expect(kind.mean.before).toBe(kind.mean.after)
    expect(kind.histogram.every(({ before, after }) => before === after)).toBe(true)
  }
  const row = rowOf((await draftOf(id)).document, '1-03')
  await change(editor, id, { part: 'row', key: '1-03', value: { ...row, points: '0' } })
  const poorer = (await tried()).body.kinds[0]
  expect(poorer?.movers.length).toBeGreaterThan(0)
  expect(Number(poorer?.mean.after)).toBeLessThan(Number(poorer?.mean.before))
  const unable = await change(editor, id, { part: 'row', key: '1-03', value: { ...row, fact: 'no-such' } })
  expect(unable.status).toBe(200)
  expect(await tried()).toMatchObject({ status: 422, body: { code: 'standards.edition-faulty' } })
  expect(
    (await city.people.firmA.call(previewEdition, { params: { id }, query: { round: roundId } })).status,
  ).toBe(403)
})

test('published by another person it never changes, is read by everybody, and scores a round exactly as its base', async () => {
  const id = await copy('BT-2026-same', 2026)
  await publish(id)
  expect(await change(editor, id, { part: 'row', key: '1-01', value: null, base: 1 })).toMatchObject({
    status: 409,
    body: { code: 'standards.published-stands' },
  })
  expect((await editor.call(withdrawEdition, { params: { id }, body: { reason: '不想要了' } })).status).toBe(
    409,
  )
  for (const statement of [
    `UPDATE standards.edition SET title = 'x' WHERE id = '${id}'`,
    `DELETE FROM standards.edition WHERE id = '${id}'`,
  ])
    await expect(app.database.pool.query(statement)).rejects.toThrow('never changes')
  const { editions } = (await city.people.firmA.call(listEditions)).body
  expect(editions.map((one) => one.id)).toContain('BT-2026-same')
  const table = await city.people.firmA.call(getTable, { params: { edition: 'BT-2026-same', table: 'A.2' } })
  expect(table.status).toBe(200)
  const open = (edition: string) =>
    editor.call(openRound, {
      body: { year: 2026, name: `按 ${edition}`, placeId: app.cityId, edition, again: true },
    })
  const [old, fresh] = [(await open(basedOn)).body.id, (await open('BT-2026-same')).body.id]
  expect((await open('BT-2027-copy')).status).toBe(422)
  await score(editor, old)
  await score(editor, fresh)
  for (const kind of ['compound', 'enterprise', 'street', 'community', 'district'] as const) {
    const listed = async (round: string) =>
      (await editor.call(listScores, { params: { id: round }, query: { kind } })).body.rows.map(
        ({ name, total, band, rank }) => ({ name, total, band, rank }),
      )
    const scores = await listed(fresh)
    expect(scores.length).toBeGreaterThan(0)
    expect(scores).toEqual(await listed(old))
  }
})

test('a changed edition scores its own rounds and no others', async () => {
  const id = await copy('BT-2026-harder', 2026)
  const { document } = await draftOf(id)
  const [from, to] = [rowOf(document, '1-01'), rowOf(document, '1-02')]
  expect(from.level1).toBe(to.level1)
  await change(editor, id, {
    part: 'row',
    key: '1-01',
    value: { ...from, points: '3', indicator: '新版的名称' },
  })
  await change(editor, id, { part: 'row', key: '1-02', value: { ...to, points: '1' } })
  await publish(id)
  const opened = await editor.call(openRound, {
    body: { year: 2026, name: '按新版', placeId: app.cityId, edition: 'BT-2026-harder', again: true },
  })
  await score(editor, opened.body.id)
  const pageOf = async (round: string) => {
    const { rows } = (await editor.call(listScores, { params: { id: round }, query: { kind: 'compound' } }))
      .body
    const subjectId = rows[0]?.subjectId ?? ''
    return (await editor.call(getSubjectScore, { params: { id: round, subjectId } })).body
  }
  expect((await pageOf(opened.body.id)).rows[0]).toMatchObject({
    id: '1-01',
    printed: '3',
    indicator: '新版的名称',
  })
  expect((await pageOf(roundId)).rows[0]).toMatchObject({
    id: '1-01',
    printed: '2',
    indicator: from.indicator,
  })
})
