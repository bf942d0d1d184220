import { unitsByKey } from '../server/modules/surveys/rules/estimation/domain.ts'
import type { Estimate, Statistic, Terms } from '../server/modules/surveys/rules/estimation/estimate.ts'
import { estimateSample, type Question } from '../server/modules/surveys/rules/estimation/estimate-sample.ts'
import { type SurveyColumns, numbersOf, readColumns } from './survey-columns.ts'
import { faultAt } from './survey-rows.ts'
import { type SampledFile, sampleFrom } from './survey-sample.ts'

/** What is asked of a file of answers; columns by their names in its head. */
export interface AskedEstimate {
  value: string
  equals: string | undefined
  stratum: string | undefined
  population: string | undefined
  weight: string | undefined
  by: string | undefined
  /** Of the value column alone, where no denominator is named. */
  statistic: Exclude<Statistic, 'ratio'>
  /** Makes it a ratio. */
  denominator: string | undefined
  post: { cell: string; heads: string } | undefined
  nonresponse: boolean
  terms: Terms
}

/** The estimate for all, and for each group where groups were asked for, by their keys. */
export interface FileEstimate {
  overall: Estimate
  groups: { key: string; estimate: Estimate }[] | undefined
}

/** @throws SurveyFault that names line and column of what is wrong */
export async function estimateFile(path: string, asked: AskedEstimate): Promise<FileEstimate> {
  const names = [asked.value, asked.stratum, asked.population, asked.weight, asked.by, asked.denominator]
  const wanted = [...names, asked.post?.cell, asked.post?.heads].filter((name) => name !== undefined)
  const columns = await readColumns(
    path,
    [...new Set(wanted)].map((name) => ({ key: name, names: [name] })),
  )
  const value = valuesOf(columns, asked)
  const file = sampleFrom(columns, asked, value)
  const common = { ...asked.terms, value: pick(value, file) }
  const below = asked.denominator === undefined ? undefined : numbersOf(columns, asked.denominator, true)
  const question = (domain?: Int32Array): Question =>
    below
      ? { ...common, domain, statistic: 'ratio', denominator: pick(below, file) }
      : { ...common, domain, statistic: asked.statistic }
  checkScale(value, asked, columns)
  const keys = asked.by === undefined ? undefined : columns.texts.get(asked.by)
  const groups = keys && [...unitsByKey(Array.from(file.rows, (row) => keys[row] ?? ''))]
  return {
    overall: estimateSample(file.sample, question()),
    groups: groups
      ?.sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, units]) => ({ key, estimate: estimateSample(file.sample, question(units)) })),
  }
}

const pick = (column: Float64Array, { rows }: SampledFile) =>
  Float64Array.from(rows, (row) => column[row] as number)

function valuesOf(columns: SurveyColumns, { value, equals }: AskedEstimate): Float64Array {
  if (equals === undefined) return numbersOf(columns, value, true)
  return Float64Array.from(columns.texts.get(value) ?? [], (cell) =>
    cell === '' ? Number.NaN : cell === equals.trim() ? 1 : 0,
  )
}

/** A share is of 0 and 1; a mean on a scale is of values on it. */
function checkScale(
  values: Float64Array,
  { statistic, value, terms }: AskedEstimate,
  { lines }: SurveyColumns,
) {
  const [low, high] = terms.within ?? [-Infinity, Infinity]
  const isWrong = (one: number) =>
    statistic === 'proportion' ? one !== 0 && one !== 1 && !Number.isNaN(one) : one < low || one > high
  const row = values.findIndex(isWrong)
  if (row < 0) return
  const what =
    statistic === 'proportion'
      ? '比例的列只能填 0 或 1；文字请用 --equals 写明哪一种算 1。'
      : `不在量程 ${low} 至 ${high} 之内。`
  throw faultAt(lines[row] ?? 0, value, `“${values[row]}”${what}`)
}
