import { expect, test } from 'vitest'
import { whoAnswers } from './who-answers.ts'

test.each([
  ['考核组', 'compound', 'evaluator'],
  ['业主', 'compound', 'district-official'],
  ['物业主管部门', 'enterprise', 'district-official'],
  ['街道社区', 'enterprise', 'district-official'],
  ['业委会', 'enterprise', 'district-official'],
  ['区物业主管部门', 'street', 'district-official'],
  ['市物业主管部门', 'district', 'city-official'],
  ['业主', 'district', 'city-official'],
] as const)('a contest of a row of %s about a %s is answered by %s', (evaluator, kind, answerer) => {
  expect(whoAnswers(evaluator, kind)).toBe(answerer)
})
