import type { EditionRow } from '../../../rulebook/edition.ts'
import { Fraction } from '../../../values/fraction.ts'

/** A scored row as far as improving it goes. */
export interface ImprovableRow {
  row: EditionRow
  state: string
  points: Fraction
  max: Fraction
  numerator: string | null
  denominator: string | null
  value: string | null
}

export interface Improvement {
  lost: Fraction
  what: string
  whatEn: string
}

/** What would bring the lost points of a row, in one sentence; undefined where none are lost. */
export function improvement(scored: ImprovableRow): Improvement | undefined {
  const lost = scored.max.sub(scored.points)
  if (lost.compare(Fraction.ZERO) <= 0) return undefined
  if (scored.state === 'missing')
    return {
      lost,
      what: `还没有数据：提供“${scored.row.factDefinition?.title ?? scored.row.indicator}”及佐证。`,
      whatEn: `No data yet: provide “${scored.row.factDefinition?.titleEn ?? scored.row.indicatorEn}” with evidence.`,
    }
  return { lost, ...sentence(scored) }
}

function sentence({ row, max, numerator, denominator, value }: ImprovableRow): Omit<Improvement, 'lost'> {
  const [done, due] = [find(numerator), find(denominator)]
  switch (row.mechanism) {
    case 'ratio': {
      if (!done || !due || due.isZero()) return general(row)
      // Of points over points nobody adds one: 2-20 rises with the projects' own scores.
      if (row.factDefinition?.unit === 'points') return byProjects(done, due)
      // What one more brings is told on the scale that counts, after points of rows that do not apply were spread.
      const each = max.div(due).toFixed(2)
      const now = `${done.toDecimal(2)}/${due.toDecimal(2)}`
      const lacking = due.sub(done).toDecimal(2)
      return {
        what: `现为 ${now}；每增加 1 个，得分约提高 ${each} 分，还差 ${lacking} 个。`,
        whatEn: `Now ${now}; each more brings about ${each} points, ${lacking} are lacking.`,
      }
    }
    case 'count': {
      const target = row.figures.target?.value
      const have = find(value) ?? done ?? Fraction.ZERO
      if (!target) return general(row)
      const lacking = target.sub(have).toDecimal(2)
      return {
        what: `目标 ${target.toDecimal(2)}，现有 ${have.toDecimal(2)}，还差 ${lacking}。`,
        whatEn: `The target is ${target.toDecimal(2)}, there are ${have.toDecimal(2)}; ${lacking} are lacking.`,
      }
    }
    case 'boolean': {
      const short = lackingTo(row, done, due)
      return short === undefined ? general(row) : byCount(row, short, { done, due })
    }
    case 'survey':
      return {
        what: '满意度每提高 10 分，本项提高满分的十分之一；请从反映集中的问题入手。',
        whatEn: 'Each ten points of satisfaction bring a tenth of the row.',
      }
    default:
      return general(row)
  }
}

/** How many more bring a share to its limit, the whole staying as it is; undefined where that is no matter of counting. */
function lackingTo(
  row: EditionRow,
  done: Fraction | undefined,
  due: Fraction | undefined,
): Fraction | undefined {
  const limit = row.figures.limit?.value
  const counts = row.mechanism === 'boolean' && row.parameters.comparator === '>='
  if (!counts || !done || !due || !limit || due.isZero() || limit.compare(Fraction.ONE) > 0) return undefined
  const short = ceilingOf(limit.mul(due)).sub(done)
  return short.compare(Fraction.ZERO) > 0 ? short : undefined
}

/** The next whole number: of persons and things there are no parts. */
function ceilingOf(exact: Fraction): Fraction {
  const whole = Fraction.parse(exact.toFixed(0))
  return whole.compare(exact) < 0 ? whole.add(Fraction.ONE) : whole
}

function byCount(
  row: EditionRow,
  short: Fraction,
  { done, due }: { done: Fraction | undefined; due: Fraction | undefined },
): Omit<Improvement, 'lost'> {
  const limit = `${row.figures.limit?.value.mul(Fraction.HUNDRED).toDecimal(2)}%`
  const now = `${done?.toDecimal(2)}/${due?.toDecimal(2)}`
  const title = row.factDefinition?.title ?? row.indicator
  return {
    what: `“${title}”现为 ${now}，再有 ${short.toDecimal()} 个达到，即达 ${limit}。`,
    whatEn: `Now ${now}; ${short.toDecimal()} more reach ${limit}.`,
  }
}

const byProjects = (mean: Fraction, most: Fraction): Omit<Improvement, 'lost'> => ({
  what: `各项目表A.1得分的加权平均为 ${mean.toFixed(2)} 分（满分 ${most.toDecimal(2)} 分）；提高户数多、合同期长的项目的得分，效果最明显。`,
  whatEn: `The weighted mean of the projects' A.1 scores is ${mean.toFixed(2)} of ${most.toDecimal(2)}; large projects under long contracts count most.`,
})

function general(row: EditionRow): Omit<Improvement, 'lost'> {
  const best = row.mechanism === 'grade' ? row.rubric[0] : undefined
  return {
    what: best ? `达到“${best.level}”的标准：${best.signs}` : `达到要求：${row.indicator}。`,
    whatEn: best ? `Reach the best level: ${best.signsEn}` : `Meet: ${row.indicatorEn}.`,
  }
}

/** Named levels (AA, 优) are no numbers; they leave no figure to compute with. */
const find = (text: string | null): Fraction | undefined => (text === null ? undefined : Fraction.find(text))
