import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { TestApp } from '../../../platform/testing/app.ts'
import type { Dice, Ground } from './random-past.ts'

/** A call to the spot of the firm, the community's office and the street's, some of whom come in time. */
export async function callToSpot(app: TestApp, d: Dice, { placeId, providerId }: Ground): Promise<void> {
  const id = uuid()
  const calledAt = new Date(Date.parse('2024-12-01T02:00:00Z') + d.upTo(420) * 86_400_000)
  const dueAt = new Date(calledAt.getTime() + 86_400_000)
  await sql`INSERT INTO petitions.whistle (id, number, place_id, matter, urgent, called_at, due_at, state)
    VALUES (${id}, ${`测哨-${id.slice(-12)}`}, ${placeId}, '测试', false, ${calledAt.toISOString()}, ${dueAt.toISOString()},
      ${d.chance(0.1) ? 'cancelled' : 'ended'})`.execute(app.database.db)
  const came = () => (d.chance(0.7) ? true : d.of([false, null]))
  if (providerId)
    await sql`INSERT INTO petitions.whistle_call (whistle_id, seq, body_id, in_time) VALUES (${id}, 1, ${providerId}, ${came()})`.execute(
      app.database.db,
    )
  await sql`INSERT INTO petitions.whistle_call (whistle_id, seq, office_place_id, in_time)
    SELECT ${id}, 2 + row_number() OVER (), up.id, ${came()}::boolean FROM access.place_reach r
    JOIN organisations.place up ON up.id = r.ancestor_id AND up.kind IN ('street', 'community') WHERE r.place_id = ${placeId}`.execute(
    app.database.db,
  )
}

export const massIncident = (app: TestApp, placeId: string, day: string) =>
  sql`INSERT INTO petitions.mass_incident (id, place_id, happened_on, finding, issuer, recorded_at)
    VALUES (${uuid()}, ${placeId}, ${day}, '测试认定', '测试部门', ${`${day}T08:00:00Z`})`.execute(
    app.database.db,
  )
