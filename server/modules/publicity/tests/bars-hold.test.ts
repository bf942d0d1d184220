import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Grant } from '../../../access/actor.ts'
import type { Context } from '../../../access/context.ts'
import { insertGrants } from '../../../access/grants.ts'
import { guard, permitted } from '../../../access/guard.ts'
import type { Resource } from '../../../access/resource.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Person } from '../../../platform/testing/app.ts'
import type { ModeratedCity } from '../../moderation/tests/moderated-city.ts'
import { review } from '../../moderation/policy.ts'
import { contest } from '../../self-reports/policy.ts'
import { appeal, correction } from '../policy.ts'
import { appealingCity } from './appealing-city.ts'

/** What is judged after the grading, record by record. */
const judged: [Resource, string][] = [
  [review, 'moderation.confirm'],
  [review, 'moderation.ask'],
  [review, 'moderation.choose'],
  [contest, 'self-reports.answer-contest'],
  [appeal, 'publicity.assign-appeals'],
  [appeal, 'publicity.decide-appeals'],
  [correction, 'publicity.decide-corrections'],
]

let town: ModeratedCity
let judge: Person
beforeAll(async () => {
  town = await appealingCity()
  judge = await town.app.person({ role: 'city-official', placeId: town.app.cityId })
}, 90_000)
afterAll(() => town.app.close())

const targets = ['幸福花园', '和谐家园', '阳光小区', '示例甲物业', '示例乙物业', '业委会'] as const
type Target = (typeof targets)[number]
interface World {
  ties: { target: Target; kind: string }[]
  offices: Role[]
}
const worlds: fc.Arbitrary<World> = fc.record({
  ties: fc.array(
    fc.record({
      target: fc.constantFrom(...targets),
      kind: fc.constantFrom('live', 'own', 'work', 'post', 'kin'),
    }),
    { maxLength: 3 },
  ),
  offices: fc.subarray<Role>(['district-official', 'street-official', 'community-official']),
})

const served: Record<string, string[]> = {
  示例甲物业: ['幸福花园', '和谐家园'],
  示例乙物业: ['阳光小区'],
}
const officeOf: Partial<Record<Role, string>> = {
  'district-official': '昆都仑区',
  'street-official': '少先路街道',
  'community-official': '示例社区',
}

/** Written a second time from the words of the order (A.1.4, 6.8.2), without SQL. */
function barred({ ties, offices }: World): Set<string> {
  const out = new Set(offices.map((role) => officeOf[role] ?? ''))
  for (const { target } of ties) {
    const bound = target === '业委会' ? '幸福花园' : target
    out.add(bound)
    for (const compound of served[bound] ?? []) out.add(compound)
    for (const [firm, compounds] of Object.entries(served)) if (compounds.includes(bound)) out.add(firm)
  }
  return out
}

class RolledBack extends Error {}

async function inWorld(world: World, look: (ctx: Context) => Promise<void>): Promise<void> {
  const { app, city } = town
  const { db } = app.database
  const ids: Record<string, { placeId?: string; bodyId?: string }> = {
    示例甲物业: { bodyId: city.firmA },
    示例乙物业: { bodyId: city.firmB },
    业委会: { bodyId: city.committee },
    ...Object.fromEntries(city.compounds.map(({ id, name }) => [name, { placeId: id }])),
  }
  const places: Partial<Record<Role, string>> = {
    'district-official': city.districtId,
    'street-official': city.streetId,
    'community-official': city.communityId,
  }
  const undone = db.transaction().execute(async (trx) => {
    for (const { target, kind } of world.ties) {
      const { placeId = null, bodyId = null } = ids[target] ?? {}
      await sql`INSERT INTO grading.tie (id, account_id, kind, place_id, body_id, declared_at)
        VALUES (${randomUUID()}, ${judge.id}, ${kind}, ${placeId}, ${bodyId}, now())`.execute(trx)
    }
    const held = world.offices.map((role) => ({ role, placeId: places[role] ?? null }))
    await insertGrants(trx, judge.id, held, null, '2020-01-01')
    await sql`UPDATE self_reports.report SET state = 'submitted', submitted_at = now()`.execute(trx)
    await sql`INSERT INTO self_reports.report_row (id, report_id, indicator, stance, answerer, changed_at)
      SELECT gen_random_uuid(), id, '9-99', 'contest', 'city-official', now() FROM self_reports.report`.execute(
      trx,
    )
    await sql`INSERT INTO publicity.correction (id, number, round_id, subject_id, place_id, reason, proposed_at)
      SELECT gen_random_uuid(), 'T-' || code, round_id, id, place_id, '测试', now() FROM evaluation.subject WHERE listed`.execute(
      trx,
    )
    await sql`INSERT INTO publicity.appeal (id, number, round_id, subject_id, publication_id, place_id, filed_at, assignee_id)
      SELECT gen_random_uuid(), 'T-' || s.code, s.round_id, s.id, p.id, s.place_id, now(), ${judge.id}
      FROM evaluation.subject s JOIN publicity.publication p ON p.round_id = s.round_id WHERE s.listed`.execute(
      trx,
    )
    const ctx = await judge.ctx()
    const grants: Grant[] = [
      ...ctx.actor.grants,
      ...held.map(({ role, placeId }) => ({ id: randomUUID(), role, placeId, bodyId: null })),
    ]
    const { unproved: _, ...actor } = ctx.actor
    await look({ ...ctx, db: trx, actor: { ...actor, grants } })
    throw new RolledBack()
  })
  await undone.catch((fault: unknown) => {
    if (!(fault instanceof RolledBack)) throw fault
  })
}

test('A.1.4, 6.8.2: over drawn ties and offices the list, `can`, the guard and a model written apart agree on who may answer, moderate and decide', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.nat(judged.length - 1), async (world, at) => {
      await inWorld(world, async (ctx) => {
        const shut = barred(world)
        for (const [i, [resource, verb]] of judged.entries()) {
          const found = await rows(
            ctx.db,
            sql<{
              id: string
              name: string
              can: Record<string, boolean>
              listed: boolean
            }>`SELECT r.id, s.name,
                ${ctx.policy.can(ctx.actor, resource, [verb])} AS can,
                (${ctx.policy.filter(ctx.actor, verb, resource)}) IS TRUE AS listed
              FROM ${resource.table} r JOIN evaluation.subject s ON s.id = r.subject_id`,
          )
          expect(found.length).toBeGreaterThan(5)
          const open = found.filter(({ name }) => !shut.has(name)).map(({ id }) => id)
          const ids = found.map(({ id }) => id)
          expect(
            found.filter((one) => one.listed).map(({ id }) => id),
            `${verb} list`,
          ).toEqual(open)
          expect(
            found.filter((one) => one.can[verb]).map(({ id }) => id),
            `${verb} can`,
          ).toEqual(open)
          expect([...(await permitted(ctx, verb, resource, ids))].toSorted()).toEqual(open.toSorted())
          if (i !== at) continue
          for (const id of ids) {
            const passed = await guard(ctx, verb, { resource, id, lock: 'none' }).then(
              () => true,
              () => false,
            )
            expect(passed, `${verb} guard`).toBe(open.includes(id))
          }
        }
      })
    }),
    { numRuns: 25 },
  )
})
