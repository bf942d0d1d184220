import type { Plan } from '../server/modules/evaluation/rules/plan.ts'
import type { RowScore, SubjectScore } from '../server/modules/evaluation/rules/score-subject.ts'
import { why } from '../server/modules/evaluation/rules/why.ts'

/** A subject's score as the command prints it; points are exact decimals, or rounded to 12 places where none ends. */
export interface ScoreReport {
  subject: string
  table: string
  level: string
  variant: string | null
  rows: RowReport[]
  total: string
  /** The total as an exact fraction "n/d". */
  totalExact: string
  /** Points of rows whose fact is missing. */
  missing: string
  band: string | null
}

/** `points` of `max` enter the total; `earned` of `printed` is the same on the scale the table prints. */
export interface RowReport {
  id: string
  level1: string
  indicator: string
  points: string
  max: string
  earned: string
  printed: string
  state: RowScore['state']
  reason: string
  reasonEn: string
}

export function scoreReport(subject: string, plan: Plan, score: SubjectScore): ScoreReport {
  return {
    subject,
    table: plan.table,
    level: plan.level,
    variant: plan.variant,
    rows: plan.rows.flatMap(({ row }, i) => {
      const scored = score.rows[i]
      if (!scored) return []
      const { zh, en } = why(scored, row)
      return {
        id: row.id,
        level1: row.level1,
        indicator: row.indicator,
        points: scored.points.toDecimal(),
        max: scored.max.toDecimal(),
        earned: scored.earned.toDecimal(),
        printed: scored.printed.toDecimal(),
        state: scored.state,
        reason: zh,
        reasonEn: en,
      }
    }),
    total: score.total.toDecimal(),
    totalExact: `${score.total.n}/${score.total.d}`,
    missing: score.missingPoints.toDecimal(),
    band: score.band?.name ?? null,
  }
}

/** The same for people: two decimals, one line a row. */
export function scoreText(report: ScoreReport): string {
  const two = (decimal: string) => Number(decimal).toFixed(2)
  const head = [report.subject, `表${report.table}`, report.variant].filter((p) => p !== null).join(' · ')
  const rows = report.rows.map((r) => {
    const points = r.state === 'not-applicable' ? '不适用' : `${two(r.points)}/${two(r.max)}`
    return `${r.id}  ${points.padStart(11)}  ${r.indicator}\n${' '.repeat(19)}${r.reason}`
  })
  const missing = report.missing === '0' ? '' : `，另有 ${two(report.missing)} 分缺数据待定`
  return [
    head,
    ...rows,
    `总分 ${two(report.total)}${missing}${report.band === null ? '' : `，${report.band}`}`,
  ].join('\n')
}
