import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import type { Grant } from '../../../access/actor.ts'
import { permitted } from '../../../access/guard.ts'
import { perform } from '../../../access/action.ts'
import { rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'
import { document } from '../policy.ts'

let app: TestApp
/** District, its street, another district. */
let places: string[]
let actors: string[]
const bodies = [uuid(), uuid()]
const above = [[0], [0, 1], [2]]

beforeAll(async () => {
  app = await testApp()
  const city = await app.person({ role: 'city-official', placeId: app.cityId })
  const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
    row,
    cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
  })
  await perform(await city.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150204000000', '青山区', 'district', '150200000000'),
  ])
  const found = await rows(
    app.database.db,
    sql<{
      id: string
    }>`SELECT id FROM organisations.published_place WHERE code <> '150200000000' ORDER BY code`,
  )
  places = found.map((row) => row.id)
  for (const id of bodies)
    await sql`INSERT INTO organisations.body (id, kind, name, pinyin, initials, place_id, valid_from)
      VALUES (${id}, 'enterprise', '演示企业', 'yanshiqiye', 'ysqy', ${places[0]}, '2020-01-01')`.execute(
      app.database.db,
    )
  actors = [(await app.person()).id, (await app.person()).id]
})
afterAll(() => app.close())

interface Drawn {
  owner: number
  place: number | null
  body: number | null
}
const index = (length: number) => fc.option(fc.nat(length - 1))
const drawnDocument = fc.record({ owner: fc.nat(1), place: index(3), body: index(2) })
const drawnGrant = fc.record({ role: fc.constantFrom(...roles), at: fc.nat(4) })

const readers: Role[] = [
  'city-official',
  'district-official',
  'street-official',
  'community-official',
  'party-department',
  'evaluator',
  'auditor',
]
/** The rule as a person would say it, written apart from the policy. */
function expected(verb: string, one: Drawn, asker: number, grants: { role: Role; at: number }[]): boolean {
  if (one.owner === asker) return true
  return grants.some(({ role, at }) => {
    const reached = at < 3 && one.place !== null && (above[one.place] ?? []).includes(at)
    if (verb === 'documents.see-original') return role === 'auditor' && reached
    if (readers.includes(role)) return reached
    return (
      (role === 'enterprise' || role === 'committee' || role === 'enforcement') &&
      at >= 3 &&
      one.body === at - 3
    )
  })
}

test('whoever asks with whatever roles: the list holds own uploads, those of the jurisdiction and of the own body; never another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawnDocument, { maxLength: 8 }),
      fc.array(drawnGrant, { maxLength: 3 }),
      fc.nat(1),
      async (drawn, grants, asker) => {
        const ids = drawn.map(() => uuid())
        for (const [i, one] of drawn.entries()) {
          const loose = one.place === null && one.body === null ? '2026-11-23T00:00:00Z' : null
          await sql`INSERT INTO documents.document (id, file_key, name, type, size, sha256, uploaded_by, uploaded_at, place_id,
              body_id, loose_since)
            VALUES (${ids[i]}, ${uuid()}, '甲', 'pdf', 1, repeat('a', 64), ${actors[one.owner]}, now(),
              ${one.place === null ? null : places[one.place]}, ${one.body === null ? null : bodies[one.body]},
              ${loose})`.execute(app.database.db)
        }
        const held: Grant[] = grants.map(({ role, at }) => ({
          id: uuid(),
          role,
          placeId: at < 3 ? (places[at] ?? null) : null,
          bodyId: at < 3 ? null : (bodies[at - 3] ?? null),
        }))
        const actor = { id: actors[asker] as string, displayName: '', today: '2026-11-23', grants: held }
        const ctx = { ...app.context, actor }
        for (const verb of ['documents.see', 'documents.see-original']) {
          const seen = await permitted(ctx, verb, document, ids)
          drawn.forEach((one, i) =>
            expect(seen.has(ids[i] as string), JSON.stringify({ verb, one, grants, asker })).toBe(
              expected(verb, one, asker, grants),
            ),
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})
