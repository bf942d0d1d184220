import { foldEvents } from '../../server/modules/petitions/rules/fold.ts'
import type { KeptEvent } from '../../server/modules/petitions/rules/events.ts'
import { limitAt, loadRulebook } from '../../server/rulebook/load.ts'
import type { City } from '../city/city.ts'
import { mustEqual } from '../scenario.ts'

interface StoredClaim {
  id: string
  number: string
  row: Record<string, unknown>
  events: KeptEvent[]
}

/**
 * Rows of claims are what their events add up to, the eldest first and without a gap; nothing happened twice to any.
 * @param content with which the claims begin
 */
export async function claimsStand(city: City, content: string): Promise<StoredClaim[]> {
  const rulebook = loadRulebook()
  const limits = (id: string, day: string) => limitAt(rulebook, id, day).value.toString()
  const claims = await city.sql<StoredClaim>(
    `SELECT c.id, c.number, to_jsonb(c) AS row, (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'by', e.by,
        'kind', e.kind, 'data', e.data) ORDER BY e.seq) FROM petitions.claim_event e WHERE e.claim_id = c.id) AS events
      FROM petitions.claim c WHERE starts_with(c.content, $1)`,
    [content],
  )
  for (const { number, row, events } of claims) {
    const claim = foldEvents(
      events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
      limits,
    )
    const made = [
      claim.seq,
      claim.state,
      claim.level,
      claim.handler.level,
      claim.handler.bodyId,
      claim.handler.placeId,
    ]
    const more = [
      claim.coBodyId,
      claim.leader?.placeId ?? null,
      claim.isOverdue,
      claim.cycle,
      claim.climbs.length,
    ]
    mustEqual(
      [row.seq, row.state, row.level, row.handler_level, row.handler_body_id, row.handler_place_id].concat([
        row.co_body_id,
        row.leader_place_id,
        row.is_overdue,
        row.cycle,
        row.climbs,
      ]),
      [...made, ...more],
      `the row of ${number} is what its events add up to`,
    )
    mustEqual(
      events.map(({ seq }) => seq),
      events.map((_, i) => i + 1),
      `the events of ${number} have no gap`,
    )
    const climbed = events.flatMap((event) => (event.kind === 'climbed' ? [event.data.to] : []))
    mustEqual(new Set(climbed).size, climbed.length, `${number} climbed once to each level`)
  }
  return claims
}
