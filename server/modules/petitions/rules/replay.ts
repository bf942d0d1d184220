import type { ClaimEvent, KeptEvent } from './events.ts'
import { type Claim, follow } from './fold.ts'
import { unborn } from './claim.ts'
import { answeredInTime, signedInTime } from './in-time.ts'
import type { LimitOn } from './terms.ts'
import type { Reading } from './what-is-due.ts'

/** A claim that lies in the past, as its events make it. */
export interface Replayed {
  claim: Claim
  events: KeptEvent[]
}

/**
 * Leads a claim through what happened to it, the eldest first. Whether it was signed for and answered in time is stamped
 * as it would have been that day: by its limits and calendar, or by the term that the claim brought with it.
 * @param reached what stands already, when more is added to it
 */
export function replay(
  past: readonly ClaimEvent[],
  reading: Pick<Reading, 'calendar' | 'limits'>,
  reached: Claim = unborn,
): Replayed {
  let claim = reached
  const events: KeptEvent[] = []
  for (const event of past) {
    const told = stamped(claim, event, reading)
    claim = follow(claim, told, reading.limits)
    events.push({ ...told, seq: claim.seq })
  }
  return { claim, events }
}

function stamped(claim: Claim, event: ClaimEvent, reading: Pick<Reading, 'calendar' | 'limits'>): ClaimEvent {
  if (event.kind === 'signed') return { ...event, data: { inTime: signedInTime(claim, event.at, reading) } }
  if (event.kind === 'answered')
    return { ...event, data: { ...event.data, inTime: answeredInTime(claim, event.at, reading.calendar) } }
  return event
}

/** The same limits, each looked up once a day: of many claims most begin a term on the same days. */
export function remembered(limits: LimitOn): LimitOn {
  const known = new Map<string, string>()
  return (id, day) => {
    const key = `${id} ${day}`
    const value = known.get(key) ?? limits(id, day)
    known.set(key, value)
    return value
  }
}
