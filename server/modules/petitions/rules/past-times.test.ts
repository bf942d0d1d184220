import { expect, test } from 'vitest'
import { faultsIn, timesOf, type Written } from './past-times.ts'

const now = new Date('2026-11-23T10:00:00+08:00')
const row = (written: Partial<Written>): Written => ({
  opened: null,
  signed: null,
  answered: null,
  closed: null,
  ...written,
})

test('what cannot be is named by its step: closed or signed before opened, the future, no beginning', () => {
  const said = (written: Partial<Written>) => faultsIn(row(written), now)
  expect(said({ opened: '2026-03-02', closed: '2026-03-01' })).toEqual([
    { step: 'closed', why: 'before', than: 'opened' },
  ])
  expect(said({ opened: '2026-03-02T09:00:00+08:00', signed: '2026-03-02T08:59:59+08:00' })).toEqual([
    { step: 'signed', why: 'before', than: 'opened' },
  ])
  expect(said({ opened: '2026-11-24' })).toEqual([{ step: 'opened', why: 'future' }])
  expect(said({ opened: '2026-03-02', closed: '2026-11-23T10:00:01+08:00' })).toEqual([
    { step: 'closed', why: 'future' },
  ])
  expect(said({ closed: '2026-03-02' })).toEqual([{ step: 'opened', why: 'missing' }])
  expect(said({ opened: '2026-03-02', answered: '2026-03-05', closed: '2026-03-04' })).toEqual([
    { step: 'closed', why: 'before', than: 'answered' },
  ])
})

test('on one day, without a time, anything may have come after anything', () => {
  expect(
    faultsIn(row({ opened: '2026-03-02T15:00:00+08:00', signed: '2026-03-02', closed: '2026-03-02' }), now),
  ).toEqual([])
})

test('a day alone begins with its first moment and ends with its last, in order and never after now', () => {
  expect(timesOf(row({ opened: '2026-03-02', signed: '2026-03-02', closed: '2026-03-04' }), now)).toEqual({
    opened: '2026-03-01T16:00:00.000Z',
    signed: '2026-03-02T15:59:59.000Z',
    answered: null,
    closed: '2026-03-04T15:59:59.000Z',
  })
  expect(
    timesOf(row({ opened: '2026-03-02', answered: '2026-03-04', closed: '2026-03-04T09:00:00+08:00' }), now)
      .answered,
  ).toBe('2026-03-04T01:00:00.000Z')
  expect(timesOf(row({ opened: '2026-11-20', closed: '2026-11-23' }), now).closed).toBe(now.toISOString())
})
