import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ancestorCode, isWithin, parseDivisionCode } from './division-code.ts'
import { maskMobile, parseMobile } from './phone.ts'
import { maskResidentId, parseResidentId } from './resident-id.ts'
import { organisationCheckDigit, parseUscc, usccCheckDigit } from './uscc.ts'

/**
 * Codes of companies and one public body, from the tests of GitHub arthurdejong/python-stdnum at 006192e
 * (LGPL-2.1+) and HerbertHe/chinese-unique-identification-code at 3c55772 (MIT).
 */
const VALID_USCC = [
  '121200004013590816',
  '91152201078377449P',
  '911522010783917502',
  '91310112087994932F',
  '91310116076409427L',
  '91340600MA2PBM9HXD',
  '91340600MA2UJYG49B',
  '91340604MA2PEL1X3M',
  '91371082775260043P',
  '91620100719023721L',
  '91620105794891756D',
]

describe('unified social credit codes (GB 32100-2015, inner code GB 11714-1997)', () => {
  test.each(VALID_USCC)('%s is accepted', (code) => {
    expect(parseUscc(code)).toEqual({ ok: true, value: code })
    expect(parseUscc(` ${code.toLowerCase()} `)).toEqual({ ok: true, value: code })
  })

  test.each([
    ['12345', 'length'],
    ['A1110000600037341L', 'check-digit'],
    ['9111000060003IOZSV', 'alphabet'],
    ['91110000600037341N', 'check-digit'],
    ['91A52201078377449P', 'division'],
  ])('%s is refused: %s', (code, reason) => {
    expect(parseUscc(code)).toEqual({ ok: false, reason })
  })

  test('a right outer digit over a wrong inner one is refused', () => {
    const body = '91152201078377448'
    expect(organisationCheckDigit('07837744')).toBe('9')
    expect(parseUscc(body + usccCheckDigit(body))).toEqual({ ok: false, reason: 'inner-check-digit' })
  })

  test('every single slip of one character is caught', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID_USCC),
        fc.nat({ max: 17 }),
        fc.constantFrom(...alphabet),
        (code, place, letter) => {
          fc.pre(code[place] !== letter)
          expect(parseUscc(code.slice(0, place) + letter + code.slice(place + 1)).ok).toBe(false)
        },
      ),
    )
  })
})

describe('division codes of 6, 9 and 12 digits', () => {
  test.each([
    ['150202', { code: '150202000000', short: '150202', level: 'district' }],
    ['150202001', { code: '150202001000', short: '150202001', level: 'street' }],
    ['150202001012', { code: '150202001012', short: '150202001012', level: 'community' }],
    ['150200', { code: '150200000000', short: '1502', level: 'city' }],
    ['150271000000', { code: '150271000000', short: '150271', level: 'district' }],
  ])('%s', (text, value) => {
    expect(parseDivisionCode(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['1502', 'length'],
    ['15020A', 'digits'],
    ['150202000012', 'gap'],
    ['000000', 'gap'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseDivisionCode(text)).toEqual({ ok: false, reason })
  })

  test('a community lies within its street, district and city', () => {
    const district = parseDivisionCode('150202')
    expect(district.ok && isWithin('150202001012', district.value)).toBe(true)
    expect(district.ok && isWithin('150203001012', district.value)).toBe(false)
    expect(ancestorCode('150202001012', 'street')).toBe('150202001000')
    expect(ancestorCode('150202001012', 'city')).toBe('150200000000')
  })
})

describe('citizen identity numbers (GB 11643-1999, annex A samples and broken forms)', () => {
  test('the sample is a woman born 1949-12-31; a small x is kept as X', () => {
    expect(parseResidentId('11010519491231002x')).toEqual({
      ok: true,
      value: { number: '11010519491231002X', division: '110105', birthDate: '1949-12-31', sex: 'female' },
    })
    expect(parseResidentId('440524188001010014').ok).toBe(true)
    expect(maskResidentId('11010519491231002X')).toBe('110105********002X')
  })

  test.each([
    ['110105194912310020', 'check-digit'],
    ['11010519491331002X', 'birth-date'],
    ['11010519490229002X', 'birth-date'],
    ['1101051949123100', 'length'],
    ['1101O519491231002X', 'characters'],
  ])('%s is refused: %s', (number, reason) => {
    expect(parseResidentId(number)).toEqual({ ok: false, reason })
  })

  test('nobody is born after the day of reading', () => {
    expect(parseResidentId('11010519491231002X', '1949-12-30')).toEqual({ ok: false, reason: 'birth-date' })
  })
})

describe('mainland mobile numbers', () => {
  test.each(['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '８６１３８００１３８０００'])(
    '%s',
    (text) => {
      expect(parseMobile(text)).toEqual({ ok: true, value: '13800138000' })
    },
  )

  test.each([
    ['1380013800', 'length'],
    ['12800138000', 'range'],
    ['0472-5155555', 'range'],
    ['手机', 'digits'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseMobile(text)).toEqual({ ok: false, reason })
  })

  test('the masked form hides the middle', () => {
    expect(maskMobile('13800138000')).toBe('138****8000')
  })
})
