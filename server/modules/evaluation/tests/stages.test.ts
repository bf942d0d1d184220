import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  advanceRound,
  declareFact,
  evaluateRound,
  getRound,
  getRoundStages,
  openRound,
} from '../../../../contracts/evaluation/staff.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import { amendScores, archiveLines, replay } from '../index.ts'
import { advanceTo, openAndScore, score, type SmallCity, smallCity } from '../testing/small-city.ts'
import { standingOf } from '../rules/stages.ts'
import { eventsOf } from '../storage/round-events.ts'

const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let city: SmallCity
let roundId: string
beforeAll(async () => {
  app = await testApp({ clock })
  city = await smallCity(app)
  roundId = await openAndScore(app, city.people.city)
})
afterAll(() => app.close())

const advance = (
  person: keyof SmallCity['people'],
  from: 'open' | 'facts' | 'moderation',
  decision?: string,
) =>
  city.people[person].call(advanceRound, {
    params: { id: roundId },
    body: { from, decision: decision ?? null },
  })

test('A.1.4: the bureau moves a round on, nobody else; of two who press at once one moves it', async () => {
  expect((await advance('firmA', 'open')).status).toBe(403)
  expect((await advance('street', 'open')).status).toBe(403)
  const both = await Promise.all([advance('city', 'open'), advance('city', 'open')])
  expect(both.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409])
  const { body } = await city.people.city.call(getRound, { params: { id: roundId } })
  // Ten working days from Monday 2026-03-02.
  expect(body).toMatchObject({ state: 'facts', stageDueOn: '2026-03-16', stageDueProvisional: null })
})

test('a stage does not end with unfinished work unless a recorded decision says why', async () => {
  const refused = await advance('city', 'facts')
  expect(refused).toMatchObject({ status: 409, body: { code: 'evaluation.work-unfinished' } })
  const { body } = await city.people.city.call(getRoundStages, { params: { id: roundId } })
  expect(body.next).toMatchObject({ to: 'self-report', may: true, refused: null })
  expect(body.next?.unfinished).toBeGreaterThan(0)
  expect((await advance('city', 'facts', '档案数据年内补录，不影响自评')).status).toBe(200)
  const after = await city.people.city.call(getRoundStages, { params: { id: roundId } })
  expect(after.body.events.at(-1)).toMatchObject({
    stage: 'self-report',
    decision: '档案数据年内补录，不影响自评',
    unfinished: body.next?.unfinished,
  })
})

test('6.8.2 一年评价一次: a second round of the year over the same places may be computed, but not led through its stages', async () => {
  const { city: bureau, district } = city.people
  for (const [official, placeId] of [
    [bureau, app.cityId],
    [district, city.districtId],
  ] as const) {
    const body = { year: 2026, name: '另一轮', placeId, again: true }
    const opened = await official.call(openRound, { body })
    expect(opened.status).toBe(200)
    const moved = await official.call(advanceRound, {
      params: { id: opened.body.id },
      body: { from: 'open', decision: null },
    })
    expect(moved).toMatchObject({ status: 409, body: { code: 'evaluation.rival-round' } })
  }
})

test('where a round stands is what its events say', async () => {
  const { body } = await city.people.city.call(getRound, { params: { id: roundId } })
  const standing = standingOf(await eventsOf(app.database.db, roundId))
  expect([standing.state, standing.dueOn]).toEqual([body.state, body.stageDueOn])
})

test('from moderation on facts of the year are recorded by the procedure alone', async () => {
  await advanceTo(app, clock, { bureau: city.people.city, roundId }, 'moderation')
  const late = await city.people.district.call(declareFact, {
    body: {
      year: 2026,
      fact: '1-06',
      place: city.compounds[0]?.code ?? '',
      numerator: '9',
      denominator: '12',
      provenance: 'declared',
    },
  })
  expect(late).toMatchObject({ status: 422 })
  expect(JSON.stringify(late.body)).toContain('复核')
})

test('what is shown to the public, and what is final, asks for a second factor of whoever decides it', async () => {
  const unproved = await app.person({ role: 'city-official', placeId: app.cityId })
  const params = { id: roundId }
  const moved = await unproved.call(advanceRound, {
    params,
    body: { from: 'moderation', decision: '可以公示' },
  })
  expect(moved).toMatchObject({ status: 403, body: { code: 'accounts.second-factor-needed' } })
})

test('publicity begins only with scores that kept what they were computed from', async () => {
  const refused = await advance('city', 'moderation', '可以公示')
  expect(refused).toMatchObject({ status: 409, body: { code: 'evaluation.not-kept' } })
  await score(city.people.city, roundId)
  expect((await advance('city', 'moderation', '可以公示')).status).toBe(200)
  const again = await city.people.city.call(evaluateRound, { params: { id: roundId }, body: {} })
  expect(again).toMatchObject({ status: 409, body: { code: 'evaluation.scores-frozen' } })
})

test('6.8.2: the archive gives the same bytes when it is scored again, also after an amendment, and not after tampering', async () => {
  const lines = async () => {
    const drawn: string[] = []
    for await (const line of archiveLines(app.database.db, app.engine.editions, roundId)) drawn.push(line)
    return drawn
  }
  const first = await replay(await lines())
  expect(first.results).toBeGreaterThan(6)
  expect(first).toMatchObject({ equal: first.results, different: [], found: first.stated })
  const subject = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM evaluation.subject WHERE round_id = $1 AND name = '阳光小区'`,
    [roundId],
  )
  const subjectId = subject.rows[0]?.id ?? ''
  const shifted = await app.database.db.transaction().execute(async (db) =>
    amendScores({ ...(await city.people.city.ctx()), db }, app.engine, {
      roundId,
      amendments: [
        {
          subjectId,
          fact: 'monthly-joint-meetings',
          reading: {
            numerator: '12',
            denominator: '12',
            value: null,
            named: null,
            notApplicable: null,
            incident: '',
          },
          reason: '申诉成立：补充十二份会议纪要',
        },
      ],
      basis: { resource: 'publicity.appeal', id: roundId },
    }),
  )
  const own = shifted.find((one) => one.subjectId === subjectId)
  expect(own && Number(own.rankAfter)).toBeLessThanOrEqual(Number(own?.rankBefore))
  expect(own?.totalAfter).not.toBe(own?.totalBefore)
  // 2-20 of the firm follows its project.
  expect(shifted.some((one) => one.kind === 'enterprise')).toBe(true)
  const second = await lines()
  expect(await replay(second)).toMatchObject({ different: [] })
  const tampered = second.map((line) =>
    line.includes('"result"') ? line.replace('"points":"2"', '"points":"1"') : line,
  )
  expect((await replay(tampered)).different.length).toBeGreaterThan(0)
})
