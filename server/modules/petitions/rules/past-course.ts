import type { Channel, LimitClass, Outcome } from '../../../../contracts/petitions/words.ts'
import type { ClaimEvent, Rating } from './events.ts'
import { deskOf } from './intake.ts'
import type { PastTimes } from './past-times.ts'
import { type RoutingScene, route, routingEvent } from './routing.ts'
import type { Term } from './terms.ts'

/** A case of history as its row tells it. */
export interface PastCase {
  channel: Channel
  category: string
  limitClass: LimitClass
  times: PastTimes
  /** Its own term, where the row knew one. */
  term: Term | null
  outcome: Outcome | null
  visited: 'satisfied' | 'unsatisfied' | 'unreached' | null
}

const unsaid: Rating = { responded: null, solved: null, satisfied: null }

/**
 * What happened, as events with their own dates. Only what the row knows: a step without a date is not made up, and a
 * case that was closed had been answered by then. Nobody who works here did any of it.
 */
export function courseOf(
  { channel, category, limitClass, times, term, outcome, visited }: PastCase,
  routing: RoutingScene,
): ClaimEvent[] {
  const { opened, signed, answered, closed } = times
  const desk = deskOf(routing.ladder)
  const ended: Outcome = outcome ?? 'unknown'
  const answeredAt = answered ?? closed
  const events: ClaimEvent[] = [
    {
      kind: 'filed',
      at: opened,
      by: null,
      data: { channel, category, limitClass, ...(desk ? { desk } : {}) },
    },
    { kind: 'accepted', at: opened, by: null, data: { limitClass, ...(term ? { term } : {}) } },
    routingEvent(route(routing), opened, null),
  ]
  if (signed) events.push({ kind: 'signed', at: signed, by: null, data: { inTime: null } })
  if (answeredAt)
    events.push({
      kind: 'answered',
      at: answeredAt,
      by: null,
      data: { outcome: ended, answer: '', inTime: null },
    })
  if (answeredAt && visited) events.push(visit(visited, closed ?? answeredAt))
  if (closed) events.push({ kind: 'closed', at: closed, by: null, data: { outcome: ended } })
  return events
}

const visit = (visited: NonNullable<PastCase['visited']>, at: string): ClaimEvent => ({
  kind: 'visited',
  at,
  by: null,
  data:
    visited === 'unreached'
      ? { result: 'unreached', rating: unsaid, note: '', by: 'official' }
      : {
          result: 'reached',
          rating: { ...unsaid, satisfied: visited === 'satisfied' },
          note: '',
          by: 'official',
        },
})
