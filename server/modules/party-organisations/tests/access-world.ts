import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { roles } from '../../../../contracts/accounts/words.ts'
import type { BodyKind, PlaceKind } from '../../../../contracts/organisations/words.ts'
import type { Grant } from '../../../access/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { addDays } from '../../../values/days.ts'
import { insertBodies } from '../../organisations/storage/bodies.ts'
import { insertPlaces } from '../../organisations/storage/places.ts'

/** Everything that rights are judged by, in memory; the database holds the same rows. */
export interface World {
  places: { id: string; kind: PlaceKind; parentId: string | null }[]
  bodies: { id: string; kind: BodyKind; placeId: string }[]
  contracts: { id: string; providerId: string; compoundId: string; from: string; to: string | null }[]
  committees: { bodyId: string; compoundId: string }[]
  posts: { id: string; bodyId: string; compoundId: string | null; placeId: string }[]
  organisations: { id: string; placeId: string; hostId: string | null; projectId: string | null }[]
  coverage: { id: string; placeId: string; bodyId: string | null; compoundId: string | null }[]
  grants: Grant[]
}

export const today = '2026-11-23'
const n = fc.nat(40)
const few = { minLength: 1, maxLength: 5 }

/** What fast-check draws: numbers that pick among what is there. */
export const drawn = fc.record({
  tree: fc.array(n, { minLength: 8, maxLength: 16 }),
  seats: fc.array(n, few),
  committees: fc.array(n, few),
  contracts: fc.array(
    fc.record({
      body: n,
      compound: n,
      begins: fc.integer({ min: -400, max: 100 }),
      days: fc.option(fc.integer({ min: 1, max: 500 })),
    }),
    few,
  ),
  posts: fc.array(fc.record({ body: n, compound: fc.option(n) }), few),
  organisations: fc.array(fc.record({ place: n, host: fc.option(n), project: n }), few),
  coverage: fc.array(fc.record({ target: n, ofBody: fc.boolean() }), few),
  grants: fc.array(fc.record({ role: fc.constantFrom(...roles), at: n, body: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
})
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

const below: Partial<Record<PlaceKind, PlaceKind>> = {
  city: 'district',
  district: 'street',
  street: 'community',
  community: 'compound',
}
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** Puts the drawn world into the database (inside a transaction that the caller rolls back). */
export async function build(db: Db, cityId: string, draw: Drawn): Promise<World> {
  const world: World = {
    places: [{ id: cityId, kind: 'city', parentId: null }],
    bodies: [],
    contracts: [],
    committees: [],
    posts: [],
    organisations: [],
    coverage: [],
    grants: [],
  }
  // A whole branch first, so that there is always a compound.
  for (const at of [0, 1, 2, 3, ...draw.tree]) {
    const parent = pick(
      world.places.filter((p) => below[p.kind]),
      at,
    )
    const kind = below[parent.kind] as PlaceKind
    const [id = ''] = await insertPlaces(db, [
      {
        kind,
        code: `${world.places.length}-${uuid()}`,
        name: '演示',
        parentId: parent.id,
        inBuiltUpArea: true,
        validFrom: '2020-01-01',
      },
    ])
    world.places.push({ id, kind, parentId: parent.id })
    if (kind === 'compound')
      await sql`INSERT INTO organisations.compound (place_id, type, management_mode, households, buildings, area_centi, enclosure)
      VALUES (${id}, 'old', 'enterprise', 1, 1, 1, 'open')`.execute(db)
  }
  const compounds = world.places.filter((p) => p.kind === 'compound')
  const seated = async (kind: BodyKind, placeId: string) => {
    const [id = ''] = await insertBodies(db, [
      { kind, name: '演示', uscc: null, placeId, validFrom: '2020-01-01' },
    ])
    world.bodies.push({ id, kind, placeId })
    return id
  }
  for (const at of draw.seats)
    await seated(pick(['enterprise', 'association', 'department'] as const, at), pick(world.places, at).id)
  for (const [i, at] of draw.committees.entries()) {
    const compoundId = pick(compounds, at).id
    const bodyId = await seated('owners-committee', compoundId)
    await sql`INSERT INTO organisations.committee (body_id, compound_id, seats, elected_on) VALUES (${bodyId}, ${compoundId}, 5, ${addDays('2020-01-01', i)})`.execute(
      db,
    )
    world.committees.push({ bodyId, compoundId })
  }
  for (const c of draw.contracts) {
    const from = addDays(today, c.begins)
    const one = {
      id: uuid(),
      providerId: pick(world.bodies, c.body).id,
      compoundId: pick(compounds, c.compound).id,
      from,
      to: c.days === null ? null : addDays(from, c.days),
    }
    const added =
      await sql`INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from, valid_to)
      VALUES (${one.id}, ${one.providerId}, ${one.compoundId}, '1', ${one.from}, ${one.to}) ON CONFLICT DO NOTHING RETURNING id`.execute(
        db,
      )
    if (added.rows.length > 0) world.contracts.push(one)
  }
  await sql`INSERT INTO organisations.person (id, name_sealed, name_print, name_mask) VALUES (${uuid()}, '', '', '')`.execute(
    db,
  )
  for (const p of draw.posts) {
    const where = pick(world.bodies, p.body)
    const compoundId = p.compound === null ? null : pick(compounds, p.compound).id
    const one = { id: uuid(), bodyId: where.id, compoundId, placeId: compoundId ?? where.placeId }
    await sql`INSERT INTO organisations.post (id, person_id, body_id, compound_id, role, place_id, valid_from)
      SELECT ${one.id}, id, ${one.bodyId}, ${compoundId}, ${one.id}, ${one.placeId}, '2020-01-01' FROM organisations.person LIMIT 1`.execute(
      db,
    )
    world.posts.push(one)
  }
  for (const o of draw.organisations) {
    const one = {
      id: uuid(),
      placeId: pick(world.places, o.place).id,
      hostId: o.host === null ? null : pick(world.bodies, o.host).id,
      projectId: o.host === null ? pick(compounds, o.project).id : null,
    }
    await sql`INSERT INTO party_organisations.organisation (id, name, form, place_id, host_id, project_id, formal_members, founded_on, pinyin, initials)
      VALUES (${one.id}, ${one.id}, 'own', ${one.placeId}, ${one.hostId}, ${one.projectId}, 3, '2020-01-01', '', '')`.execute(
      db,
    )
    world.organisations.push(one)
  }
  for (const c of draw.coverage) {
    const body = pick(world.bodies, c.target)
    const compound = pick(compounds, c.target)
    const one = {
      id: uuid(),
      bodyId: c.ofBody ? body.id : null,
      compoundId: c.ofBody ? null : compound.id,
      placeId: c.ofBody ? body.placeId : compound.id,
    }
    const organisation = pick(world.organisations, c.target)
    const added =
      await sql`INSERT INTO party_organisations.coverage (id, how, body_id, compound_id, place_id, organisation_id, valid_from)
      VALUES (${one.id}, 'own', ${one.bodyId}, ${one.compoundId}, ${one.placeId}, ${organisation.id}, '2020-01-01') ON CONFLICT DO NOTHING RETURNING id`.execute(
        db,
      )
    if (added.rows.length > 0) world.coverage.push(one)
  }
  world.grants = draw.grants.map((g) => ({
    id: uuid(),
    role: g.role,
    placeId: g.body ? null : pick(world.places, g.at).id,
    bodyId: g.body ? pick(world.bodies, g.at).id : null,
  }))
  return world
}
