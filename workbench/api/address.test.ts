import { expect, test } from 'vitest'
import { addressOf, queryOf } from './address.ts'

test('path parts are filled and escaped, so that a name with a slash stays one part', () => {
  expect(
    addressOf('/api/organisations/places/:code/bodies/:id', { params: { code: '150203/1', id: '甲' } }),
  ).toBe('/api/organisations/places/150203%2F1/bodies/%E7%94%B2')
})

test('a missing path part is told at once instead of asking for …/undefined', () => {
  expect(() => addressOf('/api/a/:id', {})).toThrow('no id given')
})

test('empty filters leave no trace in the address, lists repeat their key', () => {
  expect(queryOf({ q: '', state: ['open', 'late'], district: undefined, page: 2, open: false })).toBe(
    'state=open&state=late&page=2&open=false',
  )
})
