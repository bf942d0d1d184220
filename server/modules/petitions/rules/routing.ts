import type { NoOwnerReason } from '../../../../contracts/petitions/routing-words.ts'
import { type ClaimLevel, claimLevels, type Responsible } from '../../../../contracts/petitions/words.ts'
import type { ClaimEvent, Handler } from './events.ts'
import type { Rung } from './ladder.ts'

/** A line of the duty list that covers the category and the place on the day. */
export interface Duty {
  /** Null covers every category. */
  category: string | null
  /** How far above the claim's place its own place lies; 0 is the place itself. */
  distance: number
  bodyId: string | null
  /** Whether the body still exists on the day. */
  bodyStands: boolean
  office: Rung | null
  from: string
}

/** Everything that decides who answers for a claim. */
export interface RoutingScene {
  responsible: Responsible
  aboutFirm: boolean
  /** Offices over the place, and of the place itself. */
  ladder: readonly Rung[]
  duties: readonly Duty[]
  /** Who serves the compound by a contract on the day. */
  firmId: string | null
  /** A contract has ended, none has followed, and a firm is what the compound is managed by. */
  contractEnded: boolean
  /** The owners' organisation in office. */
  committeeId: string | null
}

export type Routed =
  | { to: Handler; coBodyId: string | null }
  /** Nobody is answerable; the office that must find somebody. */
  | { to: null; why: NoOwnerReason; leader: Handler }

const ofBody = (bodyId: string): Handler => ({ level: 'project', bodyId, placeId: null })
const ofOffice = ({ level, placeId }: Rung): Handler => ({ level, bodyId: null, placeId })
const height = (level: ClaimLevel) => claimLevels.indexOf(level)

/** The office at a level, else the next above it that there is. */
function officeFrom(ladder: readonly Rung[], level: ClaimLevel): Handler | undefined {
  const rung = ladder
    .filter((one) => height(one.level) >= height(level))
    .toSorted((a, b) => height(a.level) - height(b.level))[0]
  return rung && ofOffice(rung)
}

/**
 * 6.4.2, 6.4.4: place, category, contract and duty list on a day say who answers. The duty list goes before the
 * category's own word: a line for a narrower category first, then one of a nearer place, then the later one. A complaint
 * about the firm never goes to the firm, which is asked besides.
 */
export function route(scene: RoutingScene): Routed {
  const { ladder, aboutFirm, firmId } = scene
  const leader = officeFrom(ladder, 'community')
  if (!leader) throw new Error('a place without any office over it, not even the city')
  const owner = byDuty(scene) ?? (aboutFirm ? leader : byCategory(scene))
  if (typeof owner === 'string') return { to: null, why: owner, leader }
  return { to: owner, coBodyId: aboutFirm && firmId !== owner.bodyId ? firmId : null }
}

function byDuty({ duties, aboutFirm, firmId }: RoutingScene): Handler | NoOwnerReason | undefined {
  const first = duties
    .filter(({ bodyId }) => !(aboutFirm && bodyId !== null && bodyId === firmId))
    .toSorted(
      (a, b) =>
        (b.category?.length ?? 0) - (a.category?.length ?? 0) ||
        a.distance - b.distance ||
        (a.from < b.from ? 1 : -1),
    )[0]
  if (!first) return undefined
  if (first.office) return ofOffice(first.office)
  if (first.bodyId === null) return undefined
  return first.bodyStands ? ofBody(first.bodyId) : 'body-ended'
}

function byCategory(scene: RoutingScene): Handler | NoOwnerReason {
  const { responsible, ladder, firmId, committeeId, contractEnded } = scene
  const office = (level: ClaimLevel) => officeFrom(ladder, level) ?? ('no-office' as const)
  switch (responsible) {
    case 'provider':
      if (firmId !== null) return ofBody(firmId)
      if (contractEnded) return 'contract-ended'
      return committeeId === null ? office('community') : ofBody(committeeId)
    case 'committee':
      return committeeId === null ? office('community') : ofBody(committeeId)
    case 'enforcement':
      return office('district')
    default:
      return office(responsible)
  }
}

/** What stands in the history of a claim once it is known who answers for it. */
export function routingEvent(routed: Routed, at: string, by: string | null): ClaimEvent {
  if (routed.to === null)
    return { kind: 'no-owner', at, by, data: { why: routed.why, leader: routed.leader } }
  const { to, coBodyId } = routed
  return { kind: 'dispatched', at, by, data: { to, ...(coBodyId ? { coBodyId } : {}) } }
}
