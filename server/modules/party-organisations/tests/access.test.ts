import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../access/context.ts'
import { guard, permitted } from '../../../access/guard.ts'
import type { Resource } from '../../../access/resource.ts'
import { rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { policy as organisationsPolicy } from '../../organisations/policy.ts'
import { policy } from '../policy.ts'
import { allowed, model, rowsOf } from './access-model.ts'
import { build, drawn, today, type World } from './access-world.ts'

const rules = [...organisationsPolicy, ...policy]
const resources = new Map<string, Resource>(rules.map((rule) => [rule.resource.name, rule.resource]))
let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

class RolledBack extends Error {}

/** Runs with a drawn world in the database and takes it out again. */
async function inWorld(
  draw: Parameters<typeof build>[2],
  judge: (ctx: Context, world: World) => Promise<void>,
) {
  const undone = app.database.db.transaction().execute(async (db) => {
    const world = await build(db, app.cityId, draw)
    const actor = { id: world.grants[0]?.id as string, displayName: '', today, grants: world.grants }
    await judge({ ...app.context, db, actor }, world)
    throw new RolledBack()
  })
  await undone.catch((fault: unknown) => {
    if (!(fault instanceof RolledBack)) throw fault
  })
}

const sorted = (ids: Iterable<string>) => [...ids].sort()

test('the model speaks of every verb of both modules on every resource, and of none besides', () => {
  const written = rules.map((rule) => `${rule.resource.name} › ${rule.verb}`)
  const modelled = Object.entries(model).flatMap(([resource, verbs]) =>
    Object.keys(verbs).map((verb) => `${resource} › ${verb}`),
  )
  expect(sorted(new Set(modelled))).toEqual(sorted(new Set(written)))
})

test('over generated trees, roles and rows: the list, the guard, `can` and a model written apart agree; never a leak', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.nat(), async (draw, at) => {
      await inWorld(draw, async (ctx, world) => {
        for (const [name, resource] of resources) {
          const verbs = Object.keys(model[name] ?? {})
          const ids = rowsOf(world, name).map((row) => row.id)
          const found = await listed(ctx, resource, verbs, ids)
          for (const verb of verbs) {
            const expected = sorted(allowed(world, name, verb))
            expect(
              sorted(found.filter((row) => row.listed[verb]).map((row) => row.id)),
              `${name} ${verb} list`,
            ).toEqual(expected)
            expect(
              sorted(found.filter((row) => row.can[verb]).map((row) => row.id)),
              `${name} ${verb} can`,
            ).toEqual(expected)
            expect(sorted(await permitted(ctx, verb, resource, ids)), `${name} ${verb} bulk guard`).toEqual(
              expected,
            )
          }
          const verb = verbs[at % verbs.length] as string
          const passed = []
          for (const id of ids)
            if (
              await guard(ctx, verb, { resource, id }).then(
                () => true,
                () => false,
              )
            )
              passed.push(id)
          expect(sorted(passed), `${name} ${verb} guard`).toEqual(sorted(allowed(world, name, verb)))
        }
      })
    }),
    { numRuns: 40 },
  )
})

/** Each row with what the list's filter says of it, verb by verb, and what `can` answers. */
async function listed(ctx: Context, resource: Resource, verbs: string[], ids: string[]) {
  const key = sql.ref(`r.${resource.key}`)
  const flags = verbs.map(
    (verb) => sql`${sql.lit(verb)}, ${key} IN (SELECT ${key} FROM ${resource.table} r
    WHERE ${ctx.policy.filter(ctx.actor, verb, resource)})`,
  )
  return await rows(
    ctx.db,
    sql<{ id: string; listed: Record<string, boolean>; can: Record<string, boolean> }>`SELECT ${key} AS id,
        json_build_object(${sql.join(flags)}) AS listed, ${ctx.policy.can(ctx.actor, resource, verbs)} AS can
      FROM ${resource.table} r WHERE ${key} = ANY(${ids}::uuid[])`,
  )
}
