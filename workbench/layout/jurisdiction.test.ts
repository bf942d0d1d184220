import { expect, test } from 'vitest'
import { chosenOf } from './jurisdiction.tsx'

const own = [
  { id: 'p1', name: '青山区' },
  { id: 'p2', name: '东河区' },
]

test('the place last looked at comes back while its grant is held, else the first of one’s own', () => {
  expect(chosenOf(own, 'p2 s9 河东 街道')).toEqual({ id: 's9', name: '河东 街道' })
  expect(chosenOf(own, 'gone s9 河东街道')).toEqual(own[0])
  expect(chosenOf(own, null)).toEqual(own[0])
  expect(chosenOf([], 'p2 s9 河东街道')).toBeNull()
})
