import { expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { pointsOf } from './severity.ts'

const scale = { severities: { 一般: 5, 较大: 7, 重大: 10 }, least: Fraction.of(5), most: Fraction.of(10) }

test.each([
  ['一般', '5'],
  ['重大', '10'],
  ['6.5', '6.5'],
  ['5', '5'],
  ['4', undefined],
  ['11', undefined],
  ['0', undefined],
  ['严重', undefined],
  ['constructor', undefined],
  ['', undefined],
])('C23: severity %s weighs %s points', (said, points) => {
  expect(pointsOf(said, scale)?.toDecimal()).toBe(points)
})
