import { expect, test } from 'vitest'
import { dateOfSerial } from './excel-serial.ts'
import { columnLetters, columnOf } from './sheet-address.ts'

test('serials stand for the days that Excel shows, around its invented 29 February 1900 too', () => {
  const cases: [number, string | undefined][] = [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [46_053, '2026-01-31'],
    [46_053.75, '2026-01-31 18:00:00'],
    [2_958_465, '9999-12-31'],
    [0, undefined],
    [2_958_466, undefined],
    [Number.NaN, undefined],
  ]
  for (const [serial, day] of cases) expect(dateOfSerial(serial)).toBe(day)
  expect(dateOfSerial(44_591, true)).toBe('2026-01-31')
})

test('columns are lettered as Excel letters them', () => {
  for (const [number, letters] of [
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ] as const) {
    expect(columnLetters(number)).toBe(letters)
    expect(columnOf(`${letters}7`)).toBe(number)
  }
})
