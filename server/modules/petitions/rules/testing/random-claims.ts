import fc from 'fast-check'
import type { ClaimState } from '../../../../../contracts/petitions/words.ts'
import { afterAll } from '../after-all.ts'
import { type Claim, unborn } from '../claim.ts'
import type { ClaimEvent, EventData, Handler, KeptEvent } from '../events.ts'
import { answeredInTime, signedInTime } from '../in-time.ts'
import { mayHappen } from '../transitions.ts'
import { type Heights, type Reading, whatIsDue } from '../what-is-due.ts'
import { firm, office, otherFirm } from './world.ts'

/** One turn of a random history: some time passes, then somebody does something, or the sweep looks. */
export interface Turn {
  hours: number
  /** 'on': whatever comes next on the way to 销号, and then round again. */
  what: 'look' | 'on' | ClaimEvent['kind']
  who: string
  days: number
}

const rating = { responded: true, solved: null, satisfied: false }

/** Who there is to give a claim to. */
export interface Hands {
  firm: Handler
  otherFirm: Handler
  office(level: 'community' | 'street'): Handler
}
const nearby: Hands = { firm, otherFirm, office }

/** The data of each kind that a person may cause, as plain as can be. */
const dataOf = (
  claim: Claim,
  turn: Turn,
  at: string,
  reading: Reading,
  { firm, otherFirm, office }: Hands,
): Partial<EventData> => ({
  dispatched: { to: turn.days % 4 ? firm : office('community') },
  'no-owner': { why: '', leader: office('community') },
  returned: { reason: '' },
  transferred: { to: turn.days % 3 ? otherFirm : office('street'), reason: '' },
  signed: { inTime: signedInTime(claim, at, reading) },
  handling: { plan: '' },
  noted: { note: '' },
  answered: { outcome: 'partly', answer: '', inTime: answeredInTime(claim, at, reading.calendar) },
  reviewed: { note: '' },
  'sent-again': { by: 'review', reason: '' },
  'visit-tried': { note: '' },
  visited: { result: 'reached', rating, note: '', by: 'official' },
  closed: { outcome: 'partly' },
  'struck-off': { note: '' },
  reopened: { reason: '' },
  'extension-asked': { days: turn.days, reason: '' },
  'extension-granted': { days: turn.days },
  'extension-refused': { reason: '' },
  'suspension-asked': { days: turn.days, reason: '' },
  suspended: { days: turn.days, reason: '' },
  resumed: { by: 'person' },
  'taken-over': { by: claim.leader ?? office('community') },
  'sent-back': { to: firm, workingDays: turn.days, note: '' },
  rated: { rating },
  'marked-key': { level: 'street', complex: true, supervised: false, note: '' },
  'unmarked-key': { note: '' },
  excluded: { why: 'malicious', reason: '' },
  included: { reason: '' },
})

const wayOn: { readonly [S in ClaimState]?: ClaimEvent['kind'] } = {
  accepted: 'dispatched',
  dispatched: 'signed',
  signed: 'handling',
  handling: 'answered',
  answered: 'reviewed',
  reviewed: 'visited',
  visited: 'closed',
  closed: 'struck-off',
  'struck-off': 'reopened',
}

const kinds: ClaimEvent['kind'][] = [
  'dispatched',
  'no-owner',
  'returned',
  'transferred',
  'signed',
  'handling',
  'noted',
  'answered',
  'reviewed',
  'sent-again',
  'visit-tried',
  'visited',
  'closed',
  'struck-off',
  'reopened',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'suspension-asked',
  'suspended',
  'resumed',
  'taken-over',
  'sent-back',
  'rated',
  'marked-key',
  'unmarked-key',
  'excluded',
  'included',
]

/** What the turn does to the claim as it stands; nothing where that may not happen. */
export function eventOf(
  claim: Claim,
  turn: Turn,
  at: string,
  reading: Reading,
  hands: Hands = nearby,
): ClaimEvent | undefined {
  const kind = turn.what === 'on' ? wayOn[claim.state] : turn.what
  const data = kind && kind !== 'look' && dataOf(claim, turn, at, reading, hands)[kind]
  const event = { kind, at, by: turn.who, data } as ClaimEvent
  return data && mayHappen(claim, event) ? event : undefined
}

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 90 }),
    what: fc.oneof(
      { arbitrary: fc.constantFrom('look' as const, 'on' as const), weight: 2 },
      { arbitrary: fc.constantFrom(...kinds), weight: 1 },
    ),
    who: fc.constantFrom('0192f000-0000-7000-8000-00000000000a', '0192f000-0000-7000-8000-00000000000b'),
    days: fc.integer({ min: 1, max: 10 }),
  }),
  { minLength: 5, maxLength: 40 },
)

export interface Lived {
  claim: Claim
  events: KeptEvent[]
  /** What each look of the sweep found, with the claim before it. */
  looks: { before: Claim; found: KeptEvent[] }[]
  now: string
}

/** Lives a history through; turns that may not happen to the claim as it stands pass by. */
export function live(
  all: readonly Turn[],
  {
    from,
    limitClass,
    reading,
    heights,
  }: {
    from: string
    limitClass: EventData['accepted']['limitClass']
    reading: Reading
    heights: Heights
  },
  watch: (claim: Claim, event: KeptEvent) => void = () => undefined,
): Lived {
  let claim = unborn
  let now = from
  const events: KeptEvent[] = []
  const looks: Lived['looks'] = []
  const take = (decided: readonly ClaimEvent[]): KeptEvent[] => {
    const step = afterAll(claim, decided, reading.limits, heights)
    events.push(...step.fresh)
    for (const event of step.fresh) watch(claim, event)
    claim = step.claim
    return step.fresh
  }
  take([
    {
      kind: 'filed',
      at: now,
      by: null,
      data: { channel: 'resident', category: '0101', limitClass, desk: office('community') },
    },
    { kind: 'accepted', at: now, by: null, data: { limitClass } },
  ])
  for (const turn of all) {
    now = new Date(Date.parse(now) + turn.hours * 3_600_000 + 7).toISOString()
    if (turn.what === 'look') {
      const before = claim
      looks.push({ before, found: take(whatIsDue(claim, now, reading, heights)) })
      continue
    }
    const event = eventOf(claim, turn, now, reading)
    if (event) take([event])
  }
  return { claim, events, looks, now }
}
