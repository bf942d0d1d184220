import { expect, test } from 'vitest'
import { grouped } from './search-sources.ts'

const hit = { detail: '青山区', code: null }

test('hits are grouped, a person leads to the compound or body of the post', () => {
  const [persons, places, bodies] = grouped([
    { ...hit, kind: 'compound', id: 'c1', title: '甲小区', leadsTo: { kind: 'compound', id: 'c1' } },
    { ...hit, kind: 'body', id: 'b1', title: '甲物业', leadsTo: { kind: 'body', id: 'b1' } },
    { ...hit, kind: 'post', id: 'p1', title: '张*', leadsTo: { kind: 'compound', id: 'c1' } },
    { ...hit, kind: 'post', id: 'p2', title: '张*', leadsTo: { kind: 'compound', id: 'c1' } },
  ])
  expect(persons?.found.map(({ to }) => to)).toEqual([
    '/organisations/compounds/c1',
    '/organisations/compounds/c1',
  ])
  expect(new Set(persons?.found.map(({ key }) => key)).size).toBe(2)
  expect(places?.found).toMatchObject([{ to: '/organisations/compounds/c1', note: '青山区' }])
  expect(bodies?.found).toMatchObject([{ to: '/organisations/bodies/b1' }])
})
