import { describe, expect, test } from 'vitest'
import { type RecordedReading, settleReadings, settlingScale } from './settle-readings.ts'
import { testFact, testRow, testTable } from './testing/rows.ts'

const demo = (id: string, more: Partial<RecordedReading>): RecordedReading => ({
  fact: id,
  numerator: null,
  denominator: null,
  value: null,
  named: null,
  notApplicable: null,
  note: '',
  incident: '',
  provenance: 'declared',
  weight: 0,
  projectId: null,
  standing: 'ordinary',
  ...more,
})

const table = testTable([
  testRow({ id: '1-01', mechanism: 'ratio', parameters: { zero: 'full' }, fact: testFact('rate', 'ratio') }),
  testRow({
    id: '1-02',
    mechanism: 'checklist',
    parameters: { of: 'items' },
    figures: { of: '8' },
    fact: testFact('list', 'checklist'),
  }),
  testRow({
    id: '1-03',
    mechanism: 'count',
    parameters: { target: 'target' },
    figures: { target: '4' },
    fact: testFact('count', 'count'),
  }),
  testRow({ id: '1-04', mechanism: 'grade', fact: testFact('grade', 'grade') }),
  testRow({
    id: '1-05',
    mechanism: 'deduction',
    parameters: { least: 'least', most: 'most', severities: { 重大: '15' } },
    figures: { least: '5', most: '20' },
    fact: testFact('incidents', 'deduction'),
  }),
])
const scale = settlingScale(table, { gradersAveragedFirst: true })
const settled = (fact: string, ...given: Partial<RecordedReading>[]) => {
  const used = settleReadings(
    given.map((one) => demo(fact, one)),
    scale,
  ).get(fact)
  return used && [used.numerator, used.denominator, used.value]
}
const here = { projectId: 'p1', weight: 600 }

describe('C11: several readings of one fact are averaged', () => {
  test('shares, whatever they were counted over', () => {
    expect(
      settled('rate', { numerator: '9', denominator: '12' }, { numerator: '1', denominator: '4' }),
    ).toEqual([null, null, '1/2'])
  })

  test('a checklist by the share of its items, however it was written down', () => {
    expect(
      settled('list', { numerator: '8', denominator: '8' }, { numerator: '4', denominator: '8' }),
    ).toEqual(['6', '8', null])
    expect(settled('list', { numerator: '8', denominator: '8' }, { value: '4' })).toEqual(['6', '8', null])
  })

  test('counts, also those written as a numerator alone', () => {
    expect(settled('count', { numerator: '3' }, { value: '4' })).toEqual([null, null, '7/2'])
  })

  test('what does not apply to one of them says nothing of the others', () => {
    expect(settled('rate', { notApplicable: '没有项目' }, { value: '1/2' })).toEqual([null, null, '1/2'])
  })
})

test('C11: what a mean was taken of is told, whatever the order', () => {
  const two = [
    demo('rate', { numerator: '5', denominator: '7' }),
    demo('rate', { numerator: '6', denominator: '7' }),
  ]
  const said = { count: 2, said: '6/7、5/7', weighted: false }
  expect(settleReadings(two, scale).get('rate')?.averaged).toEqual(said)
  expect(settleReadings(two.toReversed(), scale).get('rate')?.averaged).toEqual(said)
  expect(settleReadings(two.slice(1), scale).get('rate')?.averaged).toBeUndefined()
})

describe('C32: where nothing occurred there is still a reading', () => {
  test('0/0 from every grader stays 0/0', () => {
    const nothing = { numerator: '0', denominator: '0' }
    expect(settled('rate', { ...nothing, grader: 'a' } as never, nothing)).toEqual(['0', '0', null])
    expect(settled('rate', { ...nothing, ...here })).toEqual(['0', '0', null])
  })

  test('0/0 from one of them leaves the mean to the others', () => {
    expect(
      settled('rate', { numerator: '0', denominator: '0' }, { numerator: '1', denominator: '4' }),
    ).toEqual([null, null, '1/4'])
  })
})

describe('C33: graders of a project are averaged, then projects are weighted by households', () => {
  test('grades of two projects', () => {
    expect(
      settled(
        'grade',
        { named: '优', ...here },
        { named: '中', ...here },
        { named: '差', projectId: 'p2', weight: 300 },
      ),
    ).toEqual([null, null, '1/2'])
  })

  test('one project alone stands as it was given', () => {
    expect(settled('count', { numerator: '2', ...here })).toEqual(['2', null, null])
    expect(settled('grade', { named: '良', ...here })).toEqual([null, null, '良'])
  })

  test('a grade from a project that is not the enterprise’s does not count, nor hide what was said of it as a whole', () => {
    expect(settled('count', { value: '9', projectId: 'elsewhere', weight: 0 })).toBeUndefined()
    expect(settled('count', { value: '9', projectId: 'elsewhere', weight: 0 }, { value: '2' })).toEqual([
      null,
      null,
      '2',
    ])
  })
})

describe('C33: an override in one project replaces that project’s reading alone', () => {
  const there = { projectId: 'p2', weight: 300 }
  const departs = { named: '差', standing: 'override', provenance: 'inspected' } as const

  test('the other projects’ grades stay, with their households', () => {
    expect(
      settled('grade', { named: '优', ...here }, { named: '优', ...there }, { ...departs, ...there }),
    ).toEqual([null, null, '2/3'])
    // The same where records compute a value for the whole: it is departed from in one project only.
    expect(
      settled(
        'grade',
        { named: '优', provenance: 'inspected', ...here },
        { value: '1', provenance: 'computed' },
        { ...departs, ...there },
      ),
    ).toEqual([null, null, '2/3'])
  })

  test('one for the whole goes before every project, and one from a project that is not its own before none', () => {
    expect(settled('grade', { named: '优', ...here }, departs)).toEqual([null, null, '差'])
    expect(
      settled(
        'grade',
        { named: '优', provenance: 'inspected', ...here },
        { ...departs, projectId: 'elsewhere', weight: 0 },
      ),
    ).toEqual([null, null, '优'])
  })
})

describe('C11: the grade of the procedure stands', () => {
  const official = { provenance: 'inspected', ofProcedure: true } as const

  test('a sheet’s row of another grader is not averaged with it', () => {
    expect(settled('grade', { named: '优', ...official }, { named: '差', provenance: 'inspected' })).toEqual([
      null,
      null,
      '优',
    ])
    expect(
      settled(
        'grade',
        { named: '优', ...official, ...here },
        { named: '差', provenance: 'inspected', ...here },
      ),
    ).toEqual([null, null, '优'])
  })

  test('without one several sheets are averaged as before', () => {
    expect(
      settled('grade', { named: '优', provenance: 'inspected' }, { named: '差', provenance: 'inspected' }),
    ).toEqual([null, null, '1/2'])
  })
})

test('C23: the points that a finding names count like a name on the scale', () => {
  const used = settleReadings(
    [demo('incidents', { named: '8', incident: 'a' }), demo('incidents', { named: '重大', incident: 'b' })],
    scale,
  ).get('incidents')
  expect(used?.reading.incidents?.map(({ severity }) => String(severity))).toEqual(['8', '重大'])
})

test('C23: an incident that was declared and one from an authority both count', () => {
  const used = settleReadings(
    [
      demo('incidents', { named: '5', incident: 'a', provenance: 'declared' }),
      demo('incidents', { named: '重大', incident: 'b', provenance: 'imported' }),
    ],
    scale,
  ).get('incidents')
  expect(used?.reading.incidents).toHaveLength(2)
})
