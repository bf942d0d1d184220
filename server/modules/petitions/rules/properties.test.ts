import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimLevels, limitClasses } from '../../../../contracts/petitions/words.ts'
import { addDays, shanghaiDay } from '../../../values/days.ts'
import { endOfDay, isWorkingDay } from '../../../values/working-days.ts'
import { foldEvents } from './fold.ts'
import { type Clock, dueOf, warningAt } from './running-clock.ts'
import { type Lived, live, turns } from './testing/random-claims.ts'
import {
  calendar,
  claimAfter,
  given,
  heights,
  limits,
  otherFirm,
  reading,
  type Told,
  utc,
} from './testing/world.ts'
import { nextDue, nextLook } from './what-is-due.ts'

const from = Date.parse('2026-01-05T00:00:00Z')
/** Over 春节, 清明, 劳动节, 端午, 中秋 and 国庆 of 2026, at any moment. */
const moment = fc
  .integer({ min: 0, max: 290 * 24 * 60 })
  .map((minute) => new Date(from + minute * 60_000).toISOString())
const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
const clockOf = (startedAt: string, n: number, more: Partial<Clock> = {}): Clock => ({
  name: 'answer',
  startedAt,
  term: { unit: 'working-days', n },
  extraDays: 0,
  pauses: [],
  ...more,
})
const days = fc.integer({ min: 1, max: 20 })
/** One stop after another: hours until the next one, hours that it lasts. */
const stops = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 200 })), {
  maxLength: 3,
})
const pausesFrom = (startedAt: string, all: readonly (readonly [number, number])[]) => {
  let at = startedAt
  return all.map(([until, lasts]) => {
    const pause = { from: later(at, until), to: later(at, until + lasts), days: 20 }
    at = pause.to
    return pause
  })
}
const due = (clock: Clock) => dueOf(clock, calendar).at ?? ''
/** The day whose end a due instant is. */
const lastDay = (at: string) => addDays(shanghaiDay(new Date(at)), -1)

describe('6.4.2 c: terms in working days', () => {
  test('end with a working day, at 24:00', () =>
    fc.assert(
      fc.property(moment, days, stops, (at, n, all) => {
        const end = due(clockOf(at, n, { pauses: pausesFrom(at, all) }))
        expect(isWorkingDay(calendar, lastDay(end))).toBe(true)
        expect(new Date(endOfDay(lastDay(end))).toISOString()).toBe(end)
      }),
    ))

  test('the start’s minute does not matter, only its day', () =>
    fc.assert(
      fc.property(moment, days, (at, n) => {
        const midnight = new Date(`${shanghaiDay(new Date(at))}T00:00:00+08:00`).toISOString()
        expect(due(clockOf(at, n))).toBe(due(clockOf(midnight, n)))
      }),
    ))

  test('a longer term ends later, and so does an extended one: by as many working days', () =>
    fc.assert(
      fc.property(moment, days, days, stops, (at, n, more, all) => {
        const pauses = pausesFrom(at, all)
        expect(due(clockOf(at, n + more, { pauses })) > due(clockOf(at, n, { pauses }))).toBe(true)
        expect(due(clockOf(at, n, { pauses, extraDays: more }))).toBe(due(clockOf(at, n + more, { pauses })))
      }),
    ))

  test('a stop never shortens, and never gives more than the working days that it lasted', () =>
    fc.assert(
      fc.property(moment, days, stops, (at, n, all) => {
        const pauses = pausesFrom(at, all)
        const [without, withStops] = [due(clockOf(at, n)), due(clockOf(at, n, { pauses }))]
        expect(withStops >= without).toBe(true)
        const most = pauses.reduce(
          (sum, { from, to }) => sum + Math.ceil((Date.parse(to) - Date.parse(from)) / 86_400_000),
          0,
        )
        expect(withStops <= due(clockOf(at, n + most))).toBe(true)
      }),
    ))

  test('a warning comes before the end, and a later share never before an earlier', () =>
    fc.assert(
      fc.property(moment, days, stops, (at, n, all) => {
        const clock = clockOf(at, n, { pauses: pausesFrom(at, all) })
        const [first = '', second = ''] = reading.shares.map(
          (share) => warningAt(clock, share, calendar) ?? '',
        )
        expect(first <= second && second < due(clock)).toBe(true)
      }),
    ))
})

test('6.4.2 c: hours run day and night: those that passed and those that were stopped make up the term', () =>
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 48 }), stops, (at, n, all) => {
      const pauses = pausesFrom(at, all)
      const end = due(clockOf(at, n, { term: { unit: 'hours', n }, pauses }))
      const stopped = pauses
        .filter((pause) => pause.from < end)
        .reduce((sum, pause) => sum + Date.parse(pause.to) - Date.parse(pause.from), 0)
      expect(Date.parse(end) - Date.parse(at) - stopped).toBe(n * 3_600_000)
    }),
  ))

test('the answer’s term is the same whoever has the claim: passed on, returned and signed for at any moments', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...limitClasses),
      fc.array(
        fc.tuple(fc.constantFrom('transferred', 'returned', 'signed'), fc.integer({ min: 0, max: 60 })),
        { maxLength: 6 },
      ),
      (limitClass, handed) => {
        const start = '2026-09-28 09:00'
        const told: Told[] = [...given(start, limitClass)]
        let at = Date.parse(utc(start))
        for (const [kind, hours] of handed) {
          at += hours * 3_600_000
          const text = new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
          if (kind === 'transferred') told.push(['transferred', text, { to: otherFirm, reason: '' }])
          if (kind === 'signed') told.push(['signed', text, { inTime: null }])
          if (kind === 'returned')
            told.push(['returned', text, { reason: '' }], ['dispatched', text, { to: otherFirm }])
        }
        expect(claimAfter(...told).answering).toEqual(claimAfter(...given(start, limitClass)).answering)
      },
    ),
  ))

describe('random histories', () => {
  const history = fc.record({ from: moment, limitClass: fc.constantFrom(...limitClasses), all: turns })
  const lived = ({
    from: start,
    limitClass,
    all,
  }: {
    from: string
    limitClass: (typeof limitClasses)[number]
    all: Parameters<typeof live>[0]
  }): Lived => live(all, { from: start, limitClass, reading, heights })
  const runs = { numRuns: 400 }

  test('reach every level, warn, stop and are redone: what is proven of them is not proven of nothing', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(history, (one) => {
        for (const event of lived(one).events)
          seen.add(event.kind === 'climbed' ? `${event.data.why} ${event.data.to}` : event.kind)
      }),
      { ...runs, seed: 1 },
    )
    const levels = ['community', 'street', 'district', 'city'].map((level) => `time ${level}`)
    expect([...seen]).toEqual(
      expect.arrayContaining([...levels, 'warned', 'resumed', 'sent-again', 'reopened', 'struck-off']),
    )
  })

  test('6.4.2 c: never climb twice to one level in a round of handling, nor more than one level per look, and the city is the top', () =>
    fc.assert(
      fc.property(history, (one) => {
        let reached: string[] = []
        const { events, looks, claim } = lived(one)
        for (const event of events) {
          if (event.kind === 'reopened') reached = []
          if (event.kind !== 'climbed') continue
          expect(reached).not.toContain(event.data.to)
          const height = claimLevels.indexOf(event.data.to)
          expect(height).toBeGreaterThan(claimLevels.indexOf(event.data.from))
          reached.push(event.data.to)
        }
        expect(claim.climbs).toEqual(reached)
        for (const { found } of looks)
          expect(found.filter(({ kind }) => kind === 'climbed').length).toBeLessThan(2)
      }),
      runs,
    ))

  test('a level’s own term begins with the look that told it, and the same look finds nothing more', () =>
    fc.assert(
      fc.property(history, (one) => {
        live(one.all, { ...one, reading, heights }, (before, event) => {
          if (event.kind !== 'overdue') return
          const { at, clock } = nextDue(before, calendar)
          expect([event.data.dueAt, event.data.clock]).toEqual([at, clock?.name])
          expect(event.at > event.data.dueAt).toBe(true)
        })
        const { events, claim, now } = lived(one)
        const look = nextLook(claim, reading)
        if (events.at(-1)?.kind === 'climbed')
          expect(claim.running).toMatchObject({ name: 'level', startedAt: events.at(-1)?.at })
        if (events.at(-1)?.kind === 'climbed' && claim.at === now)
          expect(look === null || look > now).toBe(true)
      }),
      runs,
    ))

  test('the sum of the events is the claim, seq has no gap and time never runs backwards', () =>
    fc.assert(
      fc.property(history, (one) => {
        const { claim, events } = lived(one)
        expect(foldEvents(events, limits)).toEqual(claim)
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
        expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
      }),
      runs,
    ))

  test('a clock stands still exactly while the claim is suspended', () =>
    fc.assert(
      fc.property(history, (one) => {
        const { claim } = lived(one)
        for (const clock of [claim.running, claim.answering])
          if (clock && claim.running) {
            const isOpen = clock.pauses.some(({ to }) => to === null)
            expect(isOpen && claim.suspension === null).toBe(false)
          }
        if (claim.suspension) expect(nextDue(claim, calendar).at).toBeNull()
      }),
      runs,
    ))

  test('nothing is over and nothing climbs by time on a provisional day', () => {
    const years = { ...calendar, years: new Set([2024, 2025]) }
    fc.assert(
      fc.property(history, (one) => {
        const limitClass =
          one.limitClass === 'danger' || one.limitClass === 'utility' ? 'general' : one.limitClass
        const { events } = live(one.all, {
          ...one,
          limitClass,
          reading: { ...reading, calendar: years },
          heights,
        })
        expect(events.filter(({ kind }) => kind === 'overdue')).toEqual([])
        expect(events.filter((event) => event.kind === 'climbed' && event.data.why === 'time')).toEqual([])
      }),
      runs,
    )
  })
})
