import { expect, test } from 'vitest'
import { loadRulebook } from '../../../rulebook/load.ts'
import { examineFact, factIndex, type Known } from './examine-fact.ts'

const index = factIndex(loadRulebook())
const known: Known = {
  places: new Map([
    ['150203000000', { id: 'district', kind: 'district', name: '演示区', frozen: {} }],
    ['150203001001-0001', { id: 'compound', kind: 'compound', name: '演示小区', frozen: {} }],
  ]),
  enterprises: new Map([['91350100M000100Y43', { id: 'firm', name: '演示物业' }]]),
  thisYear: 2026,
  contracts: [],
  maySurvey: true,
  gradesOnly: () => false,
}
const ofEnterprise = { place: '150203000000', uscc: '91350100M000100Y43' }
const ofCompound = { place: '150203001001-0001' }
const faultsOf = (cells: Record<string, string>) =>
  examineFact({ row: 2, cells: { year: '2026', provenance: 'declared', ...cells } }, index, known).faults.map(
    (f) => f.column,
  )

test('A.3.3: a severity is one of the published scale, or the points of the finding; anything else is refused', () => {
  const incident = { ...ofEnterprise, fact: '2-31', incident: '2026-1' }
  expect(faultsOf({ ...incident, value: '重大' })).toEqual([])
  expect(faultsOf({ ...incident, value: '8' })).toEqual([])
  expect(faultsOf({ ...incident, value: '很严重' })).toEqual(['value'])
  expect(faultsOf({ ...incident, value: '0' })).toEqual([])
  expect(faultsOf({ ...incident, value: '30' })).toEqual(['value'])
  expect(faultsOf({ ...incident, numerator: '8', denominator: '1' })).toEqual(['numerator'])
})

test('A.2.3: a satisfaction is a value from 0 to 100, not 85 over 100', () => {
  expect(faultsOf({ ...ofCompound, fact: '1-45', value: '85' })).toEqual([])
  expect(faultsOf({ ...ofCompound, fact: '1-45', numerator: '85', denominator: '100' })).toEqual([
    'numerator',
  ])
})

test('a share is at most 1, so 92 meant as a percentage is refused and 92% taken', () => {
  expect(faultsOf({ ...ofCompound, fact: '1-29', value: '92%' })).toEqual([])
  expect(faultsOf({ ...ofCompound, fact: '1-29', value: '92' })).toEqual(['value'])
})

test('1-06: 14 of 12 months cannot be, nor 13 of 7 items; funds beyond the plan can', () => {
  const faultOf = (cells: Record<string, string>, place: Record<string, string> = ofCompound) =>
    examineFact(
      { row: 2, cells: { year: '2026', provenance: 'declared', ...place, ...cells } },
      index,
      known,
    ).faults.map((fault) => [fault.column, fault.zh])
  expect(faultOf({ fact: '1-06', numerator: '11', denominator: '10' })).toEqual([
    ['numerator', '分子 11 大于分母 10。请核对。'],
  ])
  expect(faultOf({ fact: '1-06', numerator: '11', denominator: '14' })[0]?.[0]).toBe('denominator')
  expect(faultOf({ fact: '1-06', numerator: '8', denominator: '10' })).toEqual([])
  expect(faultOf({ fact: '1-07', numerator: '13', denominator: '12' })[0]?.[0]).toBe('denominator')
  expect(faultOf({ fact: '1-07', numerator: '5', denominator: '5' })[0]?.[0]).toBe('denominator')
  expect(faultOf({ fact: '1-07', value: '8' })[0]?.[0]).toBe('value')
  expect(faultOf({ fact: '1-07', value: '7' })).toEqual([])
  expect(faultOf({ fact: '1-06', value: '120%' })[0]?.[0]).toBe('value')
  const district = { place: '150203000000' }
  const funds = { fact: 'district-renovation-funds-raised', numerator: '120', denominator: '100' }
  expect(faultOf(funds, district)).toEqual([])
})

test('C32: 0/0 says of any fact that the question did not arise', () => {
  expect(faultsOf({ ...ofCompound, fact: '1-23', numerator: '0', denominator: '0' })).toEqual([])
})
