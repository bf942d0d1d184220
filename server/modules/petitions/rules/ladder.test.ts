import { describe, expect, test } from 'vitest'
import { levelAbove } from './ladder.ts'
import { heights } from './testing/world.ts'

const { ladder } = heights
const without = (...levels: string[]) => ladder.filter(({ level }) => !levels.includes(level))

describe('6.4.2 d: 项目 → 社区 → 街道 → 区 → 市, one by one', () => {
  test.each([
    ['project', 'community'],
    ['community', 'street'],
    ['street', 'district'],
    ['district', 'city'],
    ['city', undefined],
  ] as const)('above %s stands %s', (level, above) =>
    expect(levelAbove(ladder, level, false)?.level).toBe(above),
  )
  test('the district may switch the community’s step off', () => {
    expect(levelAbove(ladder, 'project', true)?.level).toBe('street')
    expect(levelAbove(ladder, 'community', true)?.level).toBe('street')
  })
  test('a level without an office there is passed over', () => {
    expect(levelAbove(without('street'), 'community', false)?.level).toBe('district')
    expect(levelAbove([], 'project', false)).toBeUndefined()
  })
})
