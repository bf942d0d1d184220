import type { EditionRow, EditionTable, Figure } from '../../../../rulebook/edition.ts'
import type { LimitAt } from '../../../../rulebook/limit-at.ts'
import type { ScoringSettings } from '../../../../rulebook/scoring-settings.ts'
import { type FactDefinition, fact } from '../../../../rulebook/schema/facts.ts'
import { indicator } from '../../../../rulebook/schema/indicators.ts'
import { Fraction } from '../../../../values/fraction.ts'

/** Invented papers for tests of the rules: they go through the same schemas as the real ones. */
export function testFact(
  id: string,
  shape: FactDefinition['shape'],
  more: Record<string, unknown> = {},
): FactDefinition {
  return fact.parse({
    id,
    title: `演示事实${id}`,
    titleEn: `Demo fact ${id}`,
    subjects: ['compound'],
    shape,
    provenance: 'declared',
    module: 'evaluation',
    clause: '6.8.2',
    reads: '演示',
    readsEn: 'demo',
    ...more,
  })
}

export interface RowParts {
  id?: string
  mechanism: EditionRow['mechanism']
  parameters?: Record<string, unknown>
  figures?: Partial<Record<Figure, string>>
  points?: string
  group?: string
  fact?: FactDefinition
  gate?: FactDefinition
  levels?: string[]
  variant?: string | null
}

const RUBRIC = [
  { level: '优', share: '1', signs: '一', signsEn: 'one' },
  { level: '良', share: '3/4', signs: '二', signsEn: 'two' },
  { level: '中', share: '1/2', signs: '三', signsEn: 'three' },
  { level: '差', share: '0', signs: '四', signsEn: 'four' },
]

export function testRow(parts: RowParts): EditionRow {
  const parsed = indicator.parse({
    id: parts.id ?? '1-01',
    level1: parts.group ?? '甲组',
    level1En: 'Group',
    level2: '二级',
    level2En: 'Second',
    indicator: '演示指标',
    indicatorEn: 'Demo indicator',
    points: parts.points ?? '2',
    evaluator: '考核组',
    variant: parts.variant ?? null,
    levels: parts.levels ?? ['compound'],
    mechanism: parts.mechanism,
    parameters: parts.parameters ?? {},
    fact: parts.fact?.id ?? 'demo',
    ...(parts.gate ? { gate: parts.gate.id } : {}),
    ...(parts.mechanism === 'grade' ? { rubric: RUBRIC } : {}),
  })
  const figures: Partial<Record<Figure, LimitAt>> = {}
  for (const [figure, value] of Object.entries(parts.figures ?? {}))
    figures[figure as Figure] = limitOf(value)
  return { ...parsed, table: 'A.1', figures, factDefinition: parts.fact, gateDefinition: parts.gate }
}

function limitOf(value: string): LimitAt {
  const unit = value.includes('/') ? 'share' : 'count'
  return {
    id: 'demo',
    title: '演示',
    titleEn: 'demo',
    clause: '6.8.2',
    unit,
    undecided: false,
    value: Fraction.parse(value),
  }
}

/** A table of these rows, its groups summed from them. */
export function testTable(rows: readonly EditionRow[], more: Partial<EditionTable> = {}): EditionTable {
  const names = [...new Set(rows.map((r) => r.level1))]
  const groups = names.map((name) => {
    const sum = Fraction.sum(rows.filter((r) => r.level1 === name).map((r) => Fraction.parse(r.points)))
    return { name, points: sum.toString() }
  })
  return {
    id: 'A.1',
    title: '演示表',
    titleEn: 'Demo table',
    subject: 'compound',
    organiser: '演示',
    points: Fraction.sum(groups.map((g) => Fraction.parse(g.points))).toString(),
    ownersShare: { points: '0', evaluators: ['业主'] },
    variants: [],
    groups,
    bands: [],
    rows,
    ...more,
  }
}

export const testSettings: ScoringSettings = {
  notAttributableRows: [],
  totalFloor: Fraction.ZERO,
  oneDeductionPerIncident: true,
  gradersAveragedFirst: true,
  monthsInServiceMinimum: 6,
}
