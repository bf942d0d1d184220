import { adjustForNonresponse } from '../server/modules/surveys/rules/estimation/nonresponse.ts'
import { postStratify } from '../server/modules/surveys/rules/estimation/post-stratify.ts'
import { type Sample, type SampleFault, sampleOf } from '../server/modules/surveys/rules/estimation/sample.ts'
import { numbersOf, type SurveyColumns } from './survey-columns.ts'
import type { AskedEstimate } from './survey-estimate-file.ts'
import { faultAt, SurveyFault } from './survey-rows.ts'

/** A sample, and in which rows of the file its units stand. */
export interface SampledFile {
  sample: Sample
  rows: Int32Array
}

/** The sample that the columns tell, weighted for who did not answer and by post-strata where that was asked for. */
export function sampleFrom(columns: SurveyColumns, asked: AskedEstimate, value: Float64Array): SampledFile {
  const count = columns.lines.length
  const stratum = asked.stratum === undefined ? undefined : columns.texts.get(asked.stratum)
  const nameless = stratum?.indexOf('') ?? -1
  if (nameless >= 0)
    throw faultAt(columns.lines[nameless] ?? 0, asked.stratum ?? null, '没有写属于哪一层（小区）。')
  const sample = sampleOf({
    count,
    stratum,
    population: asked.population === undefined ? undefined : numbersOf(columns, asked.population, false),
    weight: asked.weight === undefined ? undefined : numbersOf(columns, asked.weight, false),
  })
  if ('code' in sample) throw said(sample, asked, columns)
  const drawn = { sample, rows: Int32Array.from({ length: count }, (_, row) => row) }
  const heard = asked.nonresponse ? respondents(drawn, value) : drawn
  return asked.post ? cells(heard, asked.post, columns) : heard
}

function respondents({ sample }: SampledFile, value: Float64Array): SampledFile {
  const answered = Array.from(value, (one) => !Number.isNaN(one))
  const { sample: heard, units, silent } = adjustForNonresponse(sample, answered)
  if (silent.length > 0) {
    const names = silent.map((own) => sample.strata[own]?.name).join('、')
    throw new SurveyFault(`这些层没有一份回答，无法用本层的回答补足，请先与相近的层合并：${names}。`)
  }
  return { sample: heard, rows: units }
}

function cells(
  { sample, rows }: SampledFile,
  { cell, heads }: { cell: string; heads: string },
  columns: SurveyColumns,
): SampledFile {
  const sizes = numbersOf(columns, heads, false)
  const index = new Map<string, { own: number; heads: number; row: number }>()
  const own = Int32Array.from(rows, (row) => {
    const name = columns.texts.get(cell)?.[row] ?? ''
    const size = sizes[row] as number
    const known = index.get(name) ?? { own: index.size, heads: size, row }
    index.set(name, known)
    const line = columns.lines[row] ?? 0
    if (!Number.isSafeInteger(size) || size < 1) throw faultAt(line, heads, '业主人数应为正整数。')
    if (size !== known.heads)
      throw faultAt(line, heads, `与同一格（“${name}”）第 ${columns.lines[known.row]} 行的人数不同。`)
    return known.own
  })
  return {
    sample: postStratify(
      sample,
      own,
      [...index.values()].map((one) => one.heads),
    ).sample,
    rows,
  }
}

function said(
  fault: SampleFault,
  { stratum, weight, population }: AskedEstimate,
  { lines }: SurveyColumns,
): SurveyFault {
  if (fault.code === 'empty') return new SurveyFault('文件里没有答卷。')
  const line = lines[fault.unit] ?? 0
  switch (fault.code) {
    case 'weight-not-positive':
      return faultAt(line, weight ?? null, `权数 ${fault.weight} 应大于 0。`)
    case 'population-not-whole':
      return faultAt(line, population ?? null, `业主人数 ${fault.population} 应为正整数。`)
    case 'population-differs':
      return faultAt(
        line,
        population ?? null,
        stratum === undefined
          ? `与第 ${lines[fault.first]} 行的业主人数不同；有几层时请用 --stratum 写明层的列。`
          : `与同一层（“${fault.stratum}”）第 ${lines[fault.first]} 行的业主人数不同，同一层应当相同。`,
      )
    case 'population-below-sample':
      return faultAt(
        line,
        population ?? null,
        `“${fault.stratum}”业主 ${fault.population} 人，少于答卷 ${fault.n} 份。`,
      )
  }
}
