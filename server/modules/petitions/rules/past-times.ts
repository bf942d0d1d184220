import { shanghaiDay } from '../../../values/days.ts'
import { endOfDay } from '../../../values/working-days.ts'

/** What a row of history dates, in the order in which it happens. */
export const pastSteps = ['opened', 'signed', 'answered', 'closed'] as const
export type PastStep = (typeof pastSteps)[number]

/** A day alone 'YYYY-MM-DD' where nobody wrote the time, or an instant with its zone; null where it is not known. */
export type Written = Record<PastStep, string | null>

/** Instants, ISO text in UTC, in order. */
export type PastTimes = Record<Exclude<PastStep, 'opened'>, string | null> & { opened: string }

export type TimeFault =
  | { step: PastStep; why: 'missing' }
  | { step: PastStep; why: 'future' }
  | { step: PastStep; why: 'before'; than: PastStep }

const isDayAlone = (text: string) => text.length === 10
const dayOf = (text: string) => (isDayAlone(text) ? text : shanghaiDay(new Date(text)))
const iso = (ms: number) => new Date(ms).toISOString()

/** Where one of the two is a day alone only the days can be compared. */
function isBefore(a: string, b: string): boolean {
  if (isDayAlone(a) || isDayAlone(b)) return dayOf(a) < dayOf(b)
  return Date.parse(a) < Date.parse(b)
}

/** What cannot be: a step after now, or before one that it follows. Each is named once, by the step that is too early. */
export function faultsIn(written: Written, now: Date): TimeFault[] {
  const known = pastSteps.filter((step) => written[step] !== null)
  const faults: TimeFault[] = written.opened === null ? [{ step: 'opened', why: 'missing' }] : []
  for (const [i, step] of known.entries()) {
    const at = written[step] as string
    if (isDayAlone(at) ? at > shanghaiDay(now) : Date.parse(at) > now.getTime())
      faults.push({ step, why: 'future' })
    const than = known.slice(0, i).find((earlier) => isBefore(at, written[earlier] as string))
    if (than) faults.push({ step, why: 'before', than })
  }
  return faults
}

/**
 * Instants for what was written, in order. A day alone begins a case with its first moment and ends a step with its
 * last, yet never after what followed on the same day, nor after now: the doubt goes to the reporter's favour.
 * @param written without faults
 */
export function timesOf(written: Written, now: Date): PastTimes {
  const { opened } = written
  if (opened === null) throw new RangeError('a case without a beginning')
  const first = isDayAlone(opened) ? Date.parse(`${opened}T00:00:00+08:00`) : Date.parse(opened)
  let latest = now.getTime()
  const times: PastTimes = { opened: iso(first), signed: null, answered: null, closed: null }
  for (const step of ['closed', 'answered', 'signed'] as const) {
    const at = written[step]
    if (at === null) continue
    const moment = isDayAlone(at) ? Date.parse(endOfDay(at)) - 1000 : Date.parse(at)
    latest = Math.max(first, Math.min(latest, moment))
    times[step] = iso(latest)
  }
  return times
}
