import type { EditionRow } from '../../server/rulebook/edition.ts'
import type { FactDefinition } from '../../server/rulebook/schema/facts.ts'
import type { Draw } from '../draw.ts'

export type FactCells = { numerator?: string; denominator?: string; value?: string }

interface Asked {
  fact: FactDefinition
  row: EditionRow
  /** 0 … 1. */
  quality: number
  /** Months of the year in service. */
  months: number
  draw: Draw
}

/** Denominators that the fact's own period settles. */
const periods: Record<string, number> = {
  'community-meeting-months-met': 12,
  'street-alliance-quarters-met': 4,
  'district-joint-meeting-halves-met': 2,
}

/** What somebody of that quality would report, in the cells of the sheet. */
export function cellsFor(asked: Asked): FactCells {
  const { fact, row, quality, draw } = asked
  switch (fact.shape) {
    case 'yes-no':
      return { value: draw.chance(0.5 + 0.5 * quality) ? '是' : '否' }
    case 'ratio':
      return ratio(asked)
    case 'count':
      return { value: String(count(asked)) }
    case 'checklist': {
      const items = Number(row.figures.of?.value.toDecimal(0) ?? 5)
      return pair(draw.hits(items, 0.55 + 0.45 * quality), items)
    }
    case 'level':
      return { value: level(Object.keys(fact.levels ?? {}), quality, draw) }
    case 'grade':
      return { value: grade(quality, draw) }
    case 'score':
      return { value: score(quality, draw) }
    case 'deduction':
      return { value: draw.pick(['一般', '一般', '较大']) }
  }
}

const pair = (numerator: number, denominator: number): FactCells => ({
  numerator: String(numerator),
  denominator: String(denominator),
})

function ratio({ fact, row, quality, months, draw }: Asked): FactCells {
  const share = 0.5 + 0.49 * quality
  if (fact.unit === 'months') return pair(draw.hits(months, share), months)
  if (fact.id === 'district-party-appraisal-weight') return pair(draw.pick([30, 40, 40, 45]), 100)
  if (fact.unit === 'yuan') {
    const planned = draw.integer(20, 400) * 1000
    const reached = Math.min(1, share + draw.share() * 0.1)
    return pair(Math.round((planned * reached) / 100) * 100, planned)
  }
  // C32: a year without a single matter is no failure.
  if (row.mechanism === 'ratio' && row.parameters.zero === 'full' && draw.chance(0.05)) return pair(0, 0)
  const due = periods[fact.id] ?? draw.integer(4, 36)
  return pair(draw.hits(due, share), due)
}

function count({ row, quality, draw }: Asked): number {
  if (row.mechanism === 'count') {
    const target = Number(row.figures.target?.value.toDecimal(0) ?? 2)
    return Math.max(0, Math.round(target * (0.3 + 0.95 * quality + (draw.share() - 0.5) * 0.6)))
  }
  if (row.mechanism === 'tiers')
    return draw.hits(Math.max(...row.parameters.tiers.map((tier) => Number(tier.at ?? 0))), quality)
  if (row.mechanism === 'boolean' && row.parameters.comparator === '>=')
    return draw.hits(Number(row.figures.limit?.value.toDecimal(0) ?? 1) + 1, 0.5 + 0.45 * quality)
  // Accidents, breaches, refusals: none is the rule.
  return draw.chance(0.16 * (1 - quality)) ? 1 : 0
}

/** Levels stand in rising order; the better half is likelier, and likelier still for the good. */
function level(names: readonly string[], quality: number, draw: Draw): string {
  const at = Math.round((names.length - 1) * Math.min(1, quality * 0.75 + draw.share() * 0.45))
  return names[at] as string
}

function grade(quality: number, draw: Draw): string {
  const felt = quality + (draw.share() - 0.5) * 0.5
  return felt > 0.78 ? '优' : felt > 0.45 ? '良' : felt > 0.15 ? '中' : '差'
}

const score = (quality: number, draw: Draw): string =>
  Math.min(99.5, 58 + 34 * quality + (draw.share() - 0.5) * 12).toFixed(1)
