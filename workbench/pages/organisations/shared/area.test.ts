import { expect, test } from 'vitest'
import { areaEach, areaShown, areaText } from './area.ts'

test('areas in 0.01 m² are shown and sent back without losing a digit', () => {
  expect(areaText(6580005)).toBe('65800.05')
  expect(areaShown(6580000)).toBe('65,800.00')
  expect(areaText(7)).toBe('0.07')
  expect(areaEach(6580000, 658)).toBe('100.0')
  expect(areaEach(100, 0)).toBeNull()
})
