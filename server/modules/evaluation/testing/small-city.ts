import { randomUUID } from 'node:crypto'
import { getRound, advanceRound, evaluateRound, openRound } from '../../../../contracts/evaluation/staff.ts'
import type { Stage } from '../../../../contracts/evaluation/words.ts'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import { enrolled, type Person, type TestApp } from '../../../platform/testing/app.ts'
import type { MovableClock } from '../../../platform/clock/movable-clock.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

/** One district, street and community with three compounds, two firms and one committee, and who works there. All names are invented. */
export interface SmallCity {
  districtId: string
  streetId: string
  communityId: string
  /** 幸福花园 and 和谐家园 are served by firm A, 阳光小区 by firm B. */
  compounds: { id: string; code: string; name: string }[]
  firmA: string
  firmB: string
  /** Owners committee of 幸福花园. */
  committee: string
  people: Record<
    'city' | 'district' | 'street' | 'community' | 'firmA' | 'firmB' | 'committee' | 'auditor',
    Person
  >
  evaluators: Person[]
}

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

export async function smallCity(app: TestApp): Promise<SmallCity> {
  const { pool } = app.database
  // Publishing asks for a second factor.
  const cityOfficial = await enrolled(
    await app.person({ role: 'city-official', placeId: app.cityId }),
    app.context.clock,
  )
  await perform(await cityOfficial.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
  ])
  const idOf = async (code: string): Promise<string> =>
    (await pool.query<{ id: string }>('SELECT id FROM organisations.place WHERE code = $1', [code])).rows[0]
      ?.id ?? ''
  const [districtId, streetId, communityId] = await Promise.all(
    ['150203000000', '150203001000', '150203001001'].map(idOf),
  )
  const compounds: SmallCity['compounds'] = []
  for (const [name, households] of [
    ['幸福花园', 600],
    ['和谐家园', 300],
    ['阳光小区', 450],
  ] as const) {
    const { body } = await cityOfficial.call(createCompound, {
      body: {
        community: '150203001001',
        name,
        validFrom: '2020-01-01',
        type: 'existing',
        managementMode: 'enterprise',
        households,
        buildings: 10,
        area: String(households * 100),
        enclosure: 'closed',
        renovatedOn: null,
        committeeImpossibleReason: null,
      },
    })
    const { rows } = await pool.query<{ code: string }>(
      'SELECT code FROM organisations.place WHERE id = $1',
      [body.id],
    )
    compounds.push({ id: body.id, code: rows[0]?.code ?? '', name })
  }
  const body = async (kind: string, name: string, uscc: string | null, placeId: string): Promise<string> => {
    const id = randomUUID()
    await pool.query(
      `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
        VALUES ($1, $2, $3, $4, $5, '2020-01-01', '', '')`,
      [id, kind, name, uscc, placeId],
    )
    return id
  }
  const firmA = await body('enterprise', '示例甲物业', '91350100M000100Y43', app.cityId)
  const firmB = await body('enterprise', '示例乙物业', '91150203MA0NAAAA0R', app.cityId)
  for (const [firm, compound] of [
    [firmA, 0],
    [firmA, 1],
    [firmB, 2],
  ] as const)
    await pool.query(
      `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, $4, '2024-01-01')`,
      [randomUUID(), firm, compounds[compound]?.id, `C-${compound}`],
    )
  const committee = await body('owners-committee', '幸福花园业主委员会', null, communityId ?? '')
  await pool.query(
    `INSERT INTO organisations.committee (body_id, compound_id, seats, elected_on, filed_on) VALUES ($1, $2, 5, '2023-01-01', '2023-01-15')`,
    [committee, compounds[0]?.id],
  )
  const at = (role: Parameters<TestApp['person']>[0]['role'], placeId: string | undefined) =>
    app.person({ role, placeId: placeId ?? '' })
  const of = (role: Parameters<TestApp['person']>[0]['role'], bodyId: string) => app.person({ role, bodyId })
  return {
    districtId: districtId ?? '',
    streetId: streetId ?? '',
    communityId: communityId ?? '',
    compounds,
    firmA,
    firmB,
    committee,
    people: {
      city: cityOfficial,
      district: await enrolled(await at('district-official', districtId), app.context.clock),
      street: await at('street-official', streetId),
      community: await at('community-official', communityId),
      firmA: await of('enterprise', firmA),
      firmB: await of('enterprise', firmB),
      committee: await of('committee', committee),
      auditor: await at('auditor', app.cityId),
    },
    evaluators: [
      await at('evaluator', app.cityId),
      await at('evaluator', app.cityId),
      await at('evaluator', app.cityId),
    ],
  }
}

/** Opens the round of 2026 for the whole city and scores it. */
export async function openAndScore(app: TestApp, bureau: Person): Promise<string> {
  const opened = await bureau.call(openRound, {
    body: { year: 2026, name: '2026 年度', placeId: app.cityId },
  })
  await score(bureau, opened.body.id)
  return opened.body.id
}

/** Computes all scores of a round and waits for the end of the pass. */
export async function score(bureau: Person, roundId: string): Promise<void> {
  const { body } = await bureau.call(evaluateRound, { params: { id: roundId }, body: {} })
  for (;;) {
    const { body: round } = await bureau.call(getRound, { params: { id: roundId } })
    if (round.run?.id === body.runId && round.run.finishedAt) {
      if (round.run.failedBecause) throw new Error(round.run.failedBecause)
      return
    }
    await new Promise((next) => setTimeout(next, 20))
  }
}

/** Time passes, and everybody who was signed in has just signed in again. */
export async function travel(app: TestApp, clock: MovableClock, instant: string): Promise<void> {
  clock.moveTo(instant)
  const now = clock.now().toISOString()
  await app.database.pool.query(
    `UPDATE accounts.session SET created_at = $1, last_seen_at = $1,
      second_factor_at = CASE WHEN second_factor_at IS NULL THEN NULL ELSE $1::timestamptz END`,
    [now],
  )
}

/** The next morning after a day. */
export const morningAfter = (day: string): string =>
  new Date(Date.parse(`${day}T09:00:00+08:00`) + 24 * 3_600_000).toISOString()

/** Moves a round on until it is in the wanted stage, with a decision for unfinished work, past every term; scores it in moderation. */
export async function advanceTo(
  app: TestApp,
  clock: MovableClock,
  { bureau, roundId }: { bureau: Person; roundId: string },
  wanted: Stage,
): Promise<void> {
  for (;;) {
    const { body: round } = await bureau.call(getRound, { params: { id: roundId } })
    if (round.state === wanted) return
    if (round.stageDueOn && clock.today() <= round.stageDueOn)
      await travel(app, clock, morningAfter(round.stageDueOn))
    if (round.state === 'moderation') await score(bureau, roundId)
    const moved = await bureau.call(advanceRound, {
      params: { id: roundId },
      body: { from: round.state as Stage, decision: '测试：不等待未完成的工作' },
    })
    if (moved.status !== 200) throw new Error(JSON.stringify(moved.body))
  }
}
