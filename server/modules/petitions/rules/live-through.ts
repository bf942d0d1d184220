import { replay, type Replayed } from './replay.ts'
import type { ClaimEvent } from './events.ts'
import { mayHappen } from './transitions.ts'
import { climbsAtOnce, type Heights, nextLook, type Reading, whatIsDue } from './what-is-due.ts'

interface Life {
  /** What people did, the eldest first; what could not happen as the claim then stood did not. */
  done: readonly ClaimEvent[]
  reading: Reading
  heights: Heights
  /** Nothing later is known yet: ISO instant. */
  until: string
}

/** The sweep comes by when a moment has passed. */
const justAfter = (instant: string) => new Date(Date.parse(instant) + 1000).toISOString()

/** A claim led through its days with the sweep beside it: warned, overdue and climbing just as it would have been. */
export function liveThrough({ done, reading, heights, until }: Life): Replayed {
  let { claim, events } = replay([], reading)
  const take = (happened: readonly ClaimEvent[]) => {
    const more = replay(happened, reading, claim)
    claim = more.claim
    events = [...events, ...more.events]
  }
  const rest = [...done]
  for (;;) {
    const [next] = rest
    const look = claim.seq > 0 ? nextLook(claim, reading) : null
    const sweptAt = look === null ? null : justAfter(look)
    if (sweptAt !== null && sweptAt <= until && (!next || sweptAt < next.at)) {
      const due = whatIsDue(claim, sweptAt, reading, heights)
      if (due.length === 0) throw new Error(`nothing is due at ${sweptAt}, when something should be`)
      take(due)
      continue
    }
    if (!next || next.at > until) return { claim, events }
    rest.shift()
    if (!mayHappen(claim, next)) continue
    take([next])
    take(climbsAtOnce(claim, next, reading.limits, heights))
  }
}
