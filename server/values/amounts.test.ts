import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatArea, parseArea } from './area.ts'
import { formatHundredths, parseHundredths } from './hundredths.ts'
import { formatYuan, parseYuan } from './money.ts'

describe('areas in 0.01 m² and money in 分', () => {
  test.each([
    ['1234.56', 123456],
    ['1,234.5', 123450],
    ['１２.３４', 1234],
    [' 8 ', 800],
    [0.1, 10],
    ['1.500', 150],
  ])('area %s is %i hundredths', (text, expected) => {
    expect(parseArea(text)).toEqual({ ok: true, value: expected })
  })

  test.each([
    ['1.234', 'too-many-decimals'],
    ['-3', 'negative'],
    ['', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['99999999999999999', 'too-large'],
  ])('area "%s" is refused: %s', (text, reason) => {
    expect(parseArea(text)).toEqual({ ok: false, reason })
  })

  test('yuan may carry its sign or word', () => {
    expect(parseYuan('¥3,000')).toEqual({ ok: true, value: 300000 })
    expect(parseYuan('3000.5 元')).toEqual({ ok: true, value: 300050 })
    expect(parseYuan('-0.01')).toEqual({ ok: true, value: -1 })
    expect(formatYuan(-5)).toBe('-0.05')
    expect(formatArea(123450)).toBe('1234.50')
  })

  test('what is written reads back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(parseHundredths(formatHundredths(units))).toEqual({ ok: true, value: units })
      }),
    )
    expect(() => formatHundredths(1.5)).toThrow(RangeError)
  })
})
