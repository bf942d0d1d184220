import type { Channel } from '../../../../contracts/petitions/words.ts'
import type { ClaimEvent, Handler } from './events.ts'
import type { Rung } from './ladder.ts'
import { type RoutingScene, route, routingEvent } from './routing.ts'

export interface Arriving {
  channel: Channel
  category: string
  limitClass: Extract<ClaimEvent, { kind: 'filed' }>['data']['limitClass']
  /** Somebody stands for it: a proved phone, or whoever files it in office or for a body. */
  isVouchedFor: boolean
  routing: RoutingScene
  at: string
  by: string | null
}

/** The office that takes claims of a place in: the community's, else the street's, else whatever lies over it. */
export function deskOf(ladder: readonly Rung[]): Handler | undefined {
  const order = ['community', 'street', 'district', 'city'] as const
  const rung = order.flatMap((level) => ladder.filter((one) => one.level === level))[0]
  return rung && { level: rung.level, bodyId: null, placeId: rung.placeId }
}

/**
 * What happens to a claim the moment it is filed (6.4.2 b): with somebody standing for it, it is taken in and sent to
 * whoever answers for it; otherwise it waits for an official of its community.
 */
export function arrival({
  channel,
  category,
  limitClass,
  isVouchedFor,
  routing,
  at,
  by,
}: Arriving): ClaimEvent[] {
  const desk = deskOf(routing.ladder)
  const filed: ClaimEvent = {
    kind: 'filed',
    at,
    by,
    data: { channel, category, limitClass, ...(desk ? { desk } : {}) },
  }
  if (!isVouchedFor) return [filed]
  return [
    filed,
    { kind: 'accepted', at, by: null, data: { limitClass } },
    routingEvent(route(routing), at, null),
  ]
}

/** 110 / 119 / 120 come before any form. */
export const isDanger = (limitClass: string): boolean => limitClass === 'danger'
