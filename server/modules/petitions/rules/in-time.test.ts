import { describe, expect, test } from 'vitest'
import { follow } from './fold.ts'
import { answeredInTime, signedInTime } from './in-time.ts'
import { calendar, claimAfter, given, heights, limits, reading, utc } from './testing/world.ts'
import { whatIsDue } from './what-is-due.ts'

const after = (claim: ReturnType<typeof claimAfter>, at: string) =>
  whatIsDue(claim, utc(at), reading, heights).reduce((one, event) => follow(one, event, limits), claim)
const monday = given('2026-11-23 09:00')

describe('timeliness is stamped when the event is written', () => {
  test('an answer on the last day to 24:00 is in time, whatever level the claim had climbed to', () => {
    const climbed = after(claimAfter(...monday), '2026-11-25 00:05')
    expect(climbed.level).toBe('community')
    expect(answeredInTime(climbed, utc('2026-12-01 00:00'), calendar)).toBe(true)
    expect(answeredInTime(climbed, '2026-11-30T16:00:00.001Z', calendar)).toBe(false)
  })
  test('a signature is measured from when the claim was last given to somebody', () => {
    const claim = claimAfter(...monday)
    expect(signedInTime(claim, utc('2026-11-24 23:59'), reading)).toBe(true)
    expect(signedInTime(claim, utc('2026-11-25 00:01'), reading)).toBe(false)
  })
  test('a term for signing that was slept through is not mended by signing later', () => {
    const claim = after(claimAfter(...monday), '2026-11-25 00:05')
    const late = follow(claim, { kind: 'signed', at: claim.at, by: 'anna', data: { inTime: false } }, limits)
    expect([claim.signedInTime, late.signedInTime]).toEqual([false, false])
  })
  test('where the calendar cannot tell, nothing is stamped', () =>
    expect(
      answeredInTime(claimAfter(...given('2026-12-31 09:00')), utc('2027-01-04 09:00'), calendar),
    ).toBeNull())
})
