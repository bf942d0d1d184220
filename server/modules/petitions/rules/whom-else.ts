import type { Handler } from './events.ts'
import type { RoutingScene } from './routing.ts'

/** Why somebody may have a claim. */
export type HandlerGround = 'contract' | 'committee' | 'duty-list' | 'office'

export interface Choice extends Handler {
  why: HandlerGround
}

const ofBody = (bodyId: string, why: HandlerGround): Choice => ({
  level: 'project',
  bodyId,
  placeId: null,
  why,
})

/**
 * Everybody whom contract, duty list or office allows a claim to be sent to, besides what routing proposes. A complaint
 * about the firm is never the firm's.
 */
export function choicesOf({ firmId, committeeId, duties, ladder, aboutFirm }: RoutingScene): Choice[] {
  const all: Choice[] = [
    ...(firmId ? [ofBody(firmId, 'contract')] : []),
    ...(committeeId ? [ofBody(committeeId, 'committee')] : []),
    ...duties.flatMap(({ bodyId, bodyStands, office }): Choice[] => {
      if (bodyId) return bodyStands ? [ofBody(bodyId, 'duty-list')] : []
      return office ? [{ level: office.level, bodyId: null, placeId: office.placeId, why: 'duty-list' }] : []
    }),
    ...ladder.map(({ level, placeId }): Choice => ({ level, bodyId: null, placeId, why: 'office' })),
  ]
  const known = new Set<string | null>(aboutFirm && firmId ? [firmId] : [])
  return all.filter(({ bodyId, placeId }) => {
    const id = bodyId ?? placeId
    if (known.has(id)) return false
    known.add(id)
    return true
  })
}
