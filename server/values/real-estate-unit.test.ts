import { expect, test } from 'vitest'
import { parseUnitNumber } from './real-estate-unit.ts'

const sound = '150203001002GB00017F00120301'

test('a real-estate unit number is read by its structure (GB/T 37346): 19 of the parcel, 9 of the fixture', () => {
  expect(parseUnitNumber(sound)).toEqual({ ok: true, value: sound })
  expect(parseUnitNumber(' 150203 001002 gb00017 f00120301 ')).toEqual({ ok: true, value: sound })
})

test.each([
  ['one character short', sound.slice(1), 'length'],
  ['letters where the parcel has digits', `X${sound.slice(1)}`, 'parcel'],
  ['no such right on land', sound.replace('GB', '1B'), 'feature'],
  ['no such kind of fixture', sound.replace('F', 'K'), 'kind'],
  ['letters in the unit', `${sound.slice(0, 27)}X`, 'part'],
])('refused: %s', (_, text, reason) => {
  expect(parseUnitNumber(text)).toEqual({ ok: false, reason })
})
