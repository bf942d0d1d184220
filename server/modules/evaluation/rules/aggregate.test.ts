import { describe, expect, test } from 'vitest'
import { Fraction } from '../../../values/fraction.ts'
import { aggregateGrades, aggregateProjects, weightedMean } from './aggregate.ts'

const f = Fraction.parse

describe('means (C33, C36)', () => {
  const projects = [
    { households: 300, grades: [f('1'), f('1/2')] },
    { households: 100, grades: [f('1')] },
    { households: 900, grades: [] },
  ]

  test('graders of one project are averaged first, then projects are weighted by households', () => {
    expect(aggregateGrades(projects, { gradersAveragedFirst: true })?.value?.toString()).toBe('13/16')
  })

  test('as a parameter, each grader may carry the households of the project', () => {
    expect(aggregateGrades(projects, { gradersAveragedFirst: false })?.value?.toString()).toBe('11/14')
  })

  test('nobody graded: no reading at all, so that the row is missing', () => {
    expect(aggregateGrades([{ households: 10, grades: [] }], { gradersAveragedFirst: true })).toBeUndefined()
  })

  test('2-20 takes the projects’ totals weighted by households and contract days', () => {
    const read = aggregateProjects([
      { total: f('90'), households: 100, contractDays: 365 },
      { total: f('60'), households: 200, contractDays: 73 },
    ])
    expect([String(read.numerator), String(read.denominator)]).toEqual(['570/7', '100'])
  })

  test('an enterprise without a scored project is 0/0', () => {
    const read = aggregateProjects([])
    expect([String(read.numerator), String(read.denominator)]).toEqual(['0', '0'])
    expect(weightedMean([{ value: f('5'), weight: Fraction.ZERO }])).toBeUndefined()
  })
})
