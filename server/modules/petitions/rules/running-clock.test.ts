import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { type Clock, dueOf, warningAt } from './running-clock.ts'
import { calendar, utc } from './testing/world.ts'

const days = (n: number, from: string, more: Partial<Clock> = {}): Clock => ({
  name: 'answer',
  startedAt: utc(from),
  term: { unit: 'working-days', n },
  extraDays: 0,
  pauses: [],
  ...more,
})
const hours = (n: number, from: string, more: Partial<Clock> = {}): Clock => ({
  ...days(n, from, more),
  term: { unit: 'hours', n },
})
const stop = (from: string, to: string | null, cap = 20) => ({
  from: utc(from),
  to: to && utc(to),
  days: cap,
})

describe('6.4.2 c: working days are counted from the next one, and the last runs to 24:00 (民法典 201, 203)', () => {
  test.each([
    ['five from a Monday morning', days(5, '2026-11-23 09:00'), '2026-12-01 00:00'],
    ['a minute before midnight counts like the morning', days(5, '2026-11-23 23:59'), '2026-12-01 00:00'],
    ['a minute later the next day is the start', days(5, '2026-11-24 00:00'), '2026-12-02 00:00'],
    ['from a Saturday day one is Monday', days(1, '2026-11-28 10:00'), '2026-12-01 00:00'],
    ['国庆 does not count, 补班 does', days(5, '2026-09-29 10:00'), '2026-10-13 00:00'],
    [
      'filed in the middle of 国庆, day one is the first day of work',
      days(1, '2026-10-03 10:00'),
      '2026-10-09 00:00',
    ],
    ['on 补班 Saturday the term goes on', days(1, '2026-10-09 10:00'), '2026-10-11 00:00'],
    [
      'thirteen days of a complaint, with ten of an extension',
      days(13, '2026-03-02 09:00', { extraDays: 10 }),
      '2026-04-03 00:00',
    ],
  ])('%s', (_, clock, due) => expect(dueOf(clock, calendar)).toEqual({ at: utc(due), provisional: null }))
})

describe('6.4.2 c: a stopped clock counts no day at whose end it stood still', () => {
  test.each([
    [
      'stopped and set going before midnight, nothing is lost',
      [['11-25 09:00', '11-25 23:59']],
      '2026-12-01',
    ],
    ['over one midnight, one day', [['11-25 17:00', '11-26 08:00']], '2026-12-02'],
    ['set going on the stroke of midnight, that day is lost', [['11-25 17:00', '11-26 00:00']], '2026-12-02'],
    ['stopped on the stroke of midnight, it had counted', [['11-26 00:00', '11-26 08:00']], '2026-12-01'],
    [
      'over a weekend the Friday is lost, Saturday and Sunday never counted',
      [['11-27 17:00', '11-30 08:00']],
      '2026-12-02',
    ],
    ['on the day of the start nothing is lost', [['11-23 10:00', '11-24 08:00']], '2026-12-01'],
    [
      'twice',
      [
        ['11-24 10:00', '11-25 08:00'],
        ['11-26 10:00', '11-27 08:00'],
      ],
      '2026-12-03',
    ],
  ])('%s', (_, pauses, due) => {
    const clock = days(5, '2026-11-23 09:00', {
      pauses: pauses.map(([from, to]) => stop(`2026-${from}`, `2026-${to}`)),
    })
    expect(dueOf(clock, calendar).at).toBe(utc(`${due} 00:00`))
  })

  test('over 国庆 only days of work are lost', () => {
    // 9-30, 10-08, 10-09, 10-10 (补班) and 10-12 would be the five.
    const clock = days(5, '2026-09-29 10:00', { pauses: [stop('2026-09-30 10:00', '2026-10-09 10:00')] })
    expect(dueOf(clock, calendar).at).toBe(utc('2026-10-15 00:00'))
  })

  test('however late it is said that it goes on, it stood still until the cap at the most', () => {
    const capped = days(5, '2026-11-23 09:00', { pauses: [stop('2026-11-24 10:00', '2026-12-20 10:00', 2)] })
    // Stopped on the 24th for two working days: it ran again from the end of the 26th.
    expect(dueOf(capped, calendar).at).toBe(utc('2026-12-04 00:00'))
  })

  test('while it stands still there is no due day', () => {
    const open = days(5, '2026-11-23 09:00', { pauses: [stop('2026-11-25 09:00', null)] })
    expect(dueOf(open, calendar)).toEqual({ at: null, provisional: null })
    expect(warningAt(open, Fraction.of(1, 2), calendar)).toBeNull()
  })
})

describe('6.4.2 c: hours of danger and of water, power and heat run day and night', () => {
  test.each([
    ['two hours in the night of 国庆', hours(2, '2026-10-01 23:30'), '2026-10-02 01:30'],
    ['twenty-four over a weekend', hours(24, '2026-11-28 08:00'), '2026-11-29 08:00'],
    [
      'an extension by a day is 24 hours',
      hours(24, '2026-11-28 08:00', { extraDays: 1 }),
      '2026-11-30 08:00',
    ],
    [
      'without those in which it stood still',
      hours(24, '2026-11-28 08:00', { pauses: [stop('2026-11-28 10:00', '2026-11-28 12:30')] }),
      '2026-11-29 10:30',
    ],
    [
      'what was stopped after its end moves it no longer',
      hours(2, '2026-11-28 08:00', { pauses: [stop('2026-11-28 11:00', '2026-11-28 12:00')] }),
      '2026-11-28 10:00',
    ],
    [
      'what was stopped within the time that a stop added moves it',
      hours(2, '2026-11-28 08:00', {
        pauses: [stop('2026-11-28 09:00', '2026-11-28 12:00'), stop('2026-11-28 12:30', '2026-11-28 13:00')],
      }),
      '2026-11-28 13:30',
    ],
    [
      'a term that no calendar knows is counted all the same',
      hours(24, '2019-05-01 08:00'),
      '2019-05-02 08:00',
    ],
  ])('%s', (_, clock, due) => expect(dueOf(clock, calendar)).toEqual({ at: utc(due), provisional: null }))
})

describe('past the last official year a day is provisional (暂定)', () => {
  test('it is told, and never due', () =>
    expect(dueOf(days(5, '2026-12-30 10:00'), calendar)).toEqual({ at: null, provisional: '2027-01-07' }))
  test('years without a notice and before the regulation are not told at all', () =>
    expect(dueOf(days(5, '2019-05-10 10:00'), calendar)).toEqual({ at: null, provisional: null }))
  test('a provisional day may warn', () =>
    expect(warningAt(days(5, '2026-12-30 10:00'), Fraction.of(1, 2), calendar)).toBe(utc('2027-01-06 00:00')))
})

describe('6.4.2 c: 预警 at shares of the term', () => {
  const [half, most] = [Fraction.of(1, 2), Fraction.of(4, 5)]
  test.each([
    ['half of five days: with the end of the third', days(5, '2026-11-23 09:00'), half, '2026-11-27 00:00'],
    [
      'four fifths of five: with the end of the fourth',
      days(5, '2026-11-23 09:00'),
      most,
      '2026-11-28 00:00',
    ],
    [
      'four fifths of three: before the last day begins',
      days(3, '2026-11-23 09:00'),
      most,
      '2026-11-26 00:00',
    ],
    ['of one day: before it begins', days(1, '2026-11-23 09:00'), half, '2026-11-24 00:00'],
    [
      'with an extension, of all of it',
      days(5, '2026-11-23 09:00', { extraDays: 5 }),
      half,
      '2026-12-01 00:00',
    ],
    ['half of two hours', hours(2, '2026-11-23 23:30'), half, '2026-11-24 00:30'],
    [
      'a stop after the warning does not move it',
      hours(2, '2026-11-23 10:00', { pauses: [stop('2026-11-23 11:30', '2026-11-23 12:00')] }),
      half,
      '2026-11-23 11:00',
    ],
    [
      'a stop before the warning does',
      hours(2, '2026-11-23 10:00', { pauses: [stop('2026-11-23 10:30', '2026-11-23 11:00')] }),
      half,
      '2026-11-23 11:30',
    ],
  ])('%s', (_, clock, share, at) => expect(warningAt(clock, share, calendar)).toBe(utc(at)))
})
