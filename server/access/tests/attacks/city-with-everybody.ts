import { randomUUID } from 'node:crypto'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import { openRound } from '../../../../contracts/evaluation/staff.ts'
import { recordPlacesAction } from '../../../modules/organisations/index.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { perform } from '../../action.ts'

/** A little city in which every role is held by somebody. */
export interface Everybody {
  app: TestApp
  people: Record<Role, Person>
  /** Ids of records that exist, by the names that fields have on the wire. */
  known: Record<string, string>
  endpoints: readonly Endpoint[]
}

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

const ofBody: readonly Role[] = ['enterprise', 'committee', 'enforcement']

export async function cityWithEverybody(): Promise<Everybody> {
  const app = await testApp()
  const bureau = await app.person({ role: 'city-official', placeId: app.cityId })
  await perform(await bureau.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
  ])
  const form = {
    community: '150203001001',
    name: '幸福花园',
    validFrom: '2020-01-01',
    type: 'existing',
    managementMode: 'enterprise',
    households: 600,
    buildings: 10,
    area: '60000',
    enclosure: 'closed',
    renovatedOn: null,
    committeeImpossibleReason: null,
  } as const
  const { body: compound } = await bureau.call(createCompound, { body: form })
  const { body: round } = await bureau.call(openRound, {
    body: { year: 2026, name: '年度评价', placeId: app.cityId },
  })
  const bodyId = randomUUID()
  await app.database.pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials) VALUES ($1, 'enterprise', '示例物业', '91350100M000100Y43', $2, '2020-01-01', '', '')`,
    [bodyId, app.cityId],
  )
  const held: [Role, Person][] = []
  for (const role of roles)
    held.push([
      role,
      await app.person({ role, ...(ofBody.includes(role) ? { bodyId } : { placeId: app.cityId }) }),
    ])
  const endpoints = app.modules.flatMap((module) => module.routes).map((route) => route.endpoint)
  const known = {
    placeId: app.cityId,
    community: '150203001001',
    place: '150203000000',
    parent: '150200000000',
  }
  return {
    app,
    people: Object.fromEntries(held) as Record<Role, Person>,
    known: { ...known, compoundId: compound.id, roundId: round.id, bodyId },
    endpoints,
  }
}

/** Ids that fit an endpoint's address. */
export function knownFor({ known }: Pick<Everybody, 'known'>, path: string): Record<string, string> {
  if (path.includes('/categories/:code')) return { code: '0105' }
  if (path.includes('/rounds/:id')) return { id: known.roundId ?? '' }
  if (path.includes('/compounds/:id')) return { id: known.compoundId ?? '' }
  if (path.includes('/bodies/:id')) return { id: known.bodyId ?? '' }
  if (path.includes('/places/:id')) return { id: known.placeId ?? '' }
  return {}
}
