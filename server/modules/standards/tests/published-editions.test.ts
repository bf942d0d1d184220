import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSubjectScore, listScores, openRound } from '../../../../contracts/evaluation/staff.ts'
import { previewEdition, withdrawEdition } from '../../../../contracts/standards/editions.ts'
import { getTable, listEditions } from '../../../../contracts/standards/staff.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import {
  advanceTo,
  openAndScore,
  score,
  type SmallCity,
  smallCity,
} from '../../evaluation/testing/small-city.ts'
import { basedOn, type DraftRow, type EditionDesk, editionDesk, rowOf } from '../testing/edition-desk.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let city: SmallCity
let editor: Person
let copy: EditionDesk['copy']
let change: EditionDesk['change']
let draftOf: EditionDesk['draftOf']
let publish: EditionDesk['publish']
let roundId: string

beforeAll(async () => {
  app = await testApp({ clock })
  city = await smallCity(app)
  ;({ editor, copy, change, draftOf, publish } = await editionDesk(app, city.people.city))
  roundId = await openAndScore(app, editor)
  await advanceTo(app, clock, { bureau: editor, roundId }, 'moderation')
  await score(editor, roundId)
}, 60_000)
afterAll(() => app.close())

test('a row that has grades or facts of the edition’s years is not dropped or renumbered silently', async () => {
  const fact = 'monthly-joint-meetings'
  const id = await copy('BT-2026-drop', 2026)
  const { document } = await draftOf(id)
  const row = (document.indicators as { table: string; rows: DraftRow[] }[])
    .flatMap(({ rows }) => rows)
    .find((one) => one.fact === fact) as DraftRow
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
      (await editor.call(listScores, { params: { id: round }, query: { kind } })).body.rows
        .map(({ name, total, band, rank }) => ({ name, total, band, rank }))
        // Equal totals stand in the order of their subjects' ids, which differ from round to round.
        .sort((a, b) => (a.name < b.name ? -1 : 1))
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
