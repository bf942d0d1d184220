import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getSubjectScore } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import {
  type EditionRow,
  type Editions,
  type EditionTable,
  isUndecided,
  type Papers,
} from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { papersOf, type RoundPapers } from '../papers-of-round.ts'
import { subject } from '../policy.ts'
import type { Reason, RowState } from '../rules/outcome.ts'
import { why } from '../rules/why.ts'
import { warningOf } from './warning.ts'
import { withheldRows, withhold } from './withheld.ts'
import { lateFacts } from '../storage/staleness.ts'
import { roundInSight, type RoundInSight, subjectColumns, subjectSource } from './scores.ts'

export type SubjectScorePage = Answer<typeof getSubjectScore>
export type ScoreRowShown = SubjectScorePage['rows'][number]

export interface StoredRow {
  indicator: string
  state: RowState
  points: string
  pointsExact: string
  maxExact: string
  numerator: string | null
  denominator: string | null
  value: string | null
  provenance: ScoreRowShown['provenance']
  reason: Reason['code']
  params: Record<string, string>
  before: string | null
  /** Its fact, or its condition, was recorded or changed after the score was computed. */
  stale: boolean
}

export interface SubjectFound {
  seen: RoundInSight
  papers: RoundPapers
  shown: SubjectScorePage['subject'] & { districtId: string }
  table: EditionTable
  stored: Map<string, StoredRow>
  can: Record<string, boolean>
}

/** A subject in sight with its stored rows. @throws 404 when there is none, or out of sight */
export async function findSubject(
  ctx: Context,
  editions: Editions,
  roundId: string,
  subjectId: string,
): Promise<SubjectFound> {
  const seen = await roundInSight(ctx, roundId)
  const found = await maybe(
    ctx.db,
    sql<
      SubjectFound['shown'] & { can: Record<string, boolean>; earlierSubject: string | null }
    >`SELECT ${subjectColumns(seen)}, r.table_id AS "table",
      r.place_id AS "placeId", (SELECT code FROM organisations.published_place WHERE id = r.place_id) AS "placeCode", r.body_id AS "bodyId", r.days_in_service AS "daysInService", r.district_id AS "districtId",
      earlier.id AS "earlierSubject", ${ctx.policy.can(ctx.actor, subject, ['evaluation.evaluate-subject'])} AS can
      FROM ${subjectSource(seen)} WHERE r.id = ${subjectId} AND r.round_id = ${roundId}
        AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}`,
  )
  if (!found) throw refuse('not-found')
  const { can, earlierSubject, ...shown } = found
  const papers = await papersOf({ editions }, seen)
  const table = papers.edition.tables[shown.table]
  if (!table) throw refuse('not-found')
  const stored = await rows(
    ctx.db,
    sql<
      Omit<StoredRow, 'stale'>
    >`SELECT s.indicator, s.state, s.points::text, s.points_exact AS "pointsExact", s.max_exact AS "maxExact", s.numerator,
      s.denominator, s.value, s.provenance, s.reason, s.params, CASE WHEN s.state <> 'missing' AND before.state <> 'missing' THEN before.points::text END AS before
      FROM evaluation.score_row s LEFT JOIN evaluation.score_row before ON before.run_id = ${seen.earlierRun}
        AND before.subject_id = ${earlierSubject}::uuid AND before.indicator = s.indicator
      WHERE s.run_id = ${seen.currentRun} AND s.subject_id = ${subjectId}`,
  )
  const late = await lateFacts(ctx.db, seen, subjectId)
  const factsOf = new Map(table.rows.map((row) => [row.id, [row.fact, row.gate]]))
  const isLate = (id: string) =>
    factsOf.get(id)?.some((fact) => typeof fact === 'string' && late.has(fact)) ?? false
  const withStaleness = stored.map((row) => ({ ...row, stale: isLate(row.indicator) }))
  return {
    seen,
    papers,
    shown,
    table,
    stored: new Map(withStaleness.map((row) => [row.indicator, row])),
    can,
  }
}

/** A row as it is shown: the table's own words, the points, and one sentence why. */
export function showRow(rulebook: Papers, row: EditionRow, stored: StoredRow): ScoreRowShown {
  const max = Fraction.parse(stored.maxExact)
  const points = Fraction.parse(stored.pointsExact)
  const printed = Fraction.parse(row.points)
  // Points were reweighted when a neighbour did not apply; what was earned is on the scale the table prints.
  const earned = max.isZero() ? points : points.mul(printed).div(max)
  const sentence = why(
    {
      state: stored.state,
      reason: { code: stored.reason, params: stored.params },
      points,
      max,
      earned,
      printed,
    },
    row,
  )
  return {
    id: row.id,
    level1: row.level1,
    level1En: row.level1En,
    level2: row.level2,
    level2En: row.level2En,
    indicator: row.indicator,
    indicatorEn: row.indicatorEn,
    evaluator: row.evaluator,
    mechanism: row.mechanism,
    printed: printed.toDecimal(12),
    points: stored.points,
    max: max.toDecimal(12),
    state: stored.state,
    provenance: stored.provenance,
    why: sentence.zh,
    whyEn: sentence.en,
    fact: row.fact ?? null,
    reading: { numerator: stored.numerator, denominator: stored.denominator, value: stored.value },
    undecided: isUndecided(row),
    warning: warningOf(rulebook, row, stored),
    withheld: false,
    before: stored.before,
    stale: stored.stale,
  }
}

/** The score laid out as the standard's own table. */
export async function subjectScore(
  ctx: Context,
  editions: Editions,
  roundId: string,
  subjectId: string,
): Promise<SubjectScorePage> {
  const { seen, papers, shown, table, stored, can } = await findSubject(ctx, editions, roundId, subjectId)
  const { districtId, ...page } = shown
  const scored = table.rows.flatMap((row) => {
    const kept = stored.get(row.id)
    return kept ? [showRow(papers.rulebook, row, kept)] : []
  })
  const withheld = await withheldRows(ctx, table, subjectId)
  const total = await maybe(
    ctx.db,
    sql<{
      exact: string
    }>`SELECT total_exact AS exact FROM evaluation.score WHERE run_id = ${seen.currentRun} AND subject_id = ${subjectId}`,
  )
  const of = await maybe(
    ctx.db,
    sql<{
      n: number
    }>`SELECT count(*) AS n FROM evaluation.score score JOIN evaluation.subject s ON s.id = score.subject_id AND s.kind = ${shown.kind}
      WHERE score.run_id = ${seen.currentRun}`,
  )
  const means = await groupMeans(ctx, seen, shown.kind, districtId, table)
  const groups = table.groups.map((group) => {
    const own = scored.filter((row) => row.level1 === group.name)
    const got = Fraction.sum(own.map((row) => Fraction.parse(row.points)))
    return {
      name: group.name,
      nameEn: group.nameEn ?? group.name,
      points: Fraction.parse(group.points).toDecimal(4),
      got: got.toDecimal(12),
      // Points of rows without data are neither won nor lost yet.
      known: Fraction.sum(
        own.filter((row) => row.state !== 'missing').map((row) => Fraction.parse(row.max)),
      ).toDecimal(12),
      ...(means.get(group.name) ?? { district: null, all: null }),
    }
  })
  const { id, year, name, edition: editionId, from, to, state } = seen
  const round = { id, year, name, edition: editionId, from, to, state }
  return {
    subject: page,
    round,
    tableTitle: table.title,
    tableTitleEn: table.titleEn,
    totalExact: total?.exact ?? null,
    rows: scored.map((row) => (withheld.has(row.id) ? withhold(row) : row)),
    groups,
    of: of?.n ?? 0,
    can,
  }
}

/** What share of the known points of each level-1 group is reached in the district and everywhere, in one pass over the rows of the kind. */
async function groupMeans(
  ctx: Context,
  seen: RoundInSight,
  kind: string,
  districtId: string,
  table: EditionTable,
) {
  const found = await rows(
    ctx.db,
    sql<{ level1: string; district: string | null; all: string | null }>`
      WITH rows_of AS (SELECT * FROM unnest(${table.rows.map((r) => r.id)}::text[], ${table.rows.map((r) => r.level1)}::text[]) AS t (indicator, level1)),
      known AS (SELECT rows_of.level1, s.district_id, row.points,
          split_part(row.max_exact, '/', 1)::numeric / coalesce(nullif(split_part(row.max_exact, '/', 2), ''), '1')::numeric AS max
        FROM evaluation.score_row row JOIN rows_of USING (indicator) JOIN evaluation.subject s ON s.id = row.subject_id AND s.kind = ${kind}
        WHERE row.run_id = ${seen.currentRun} AND row.state NOT IN ('missing', 'not-applicable'))
      SELECT level1, round(sum(points) FILTER (WHERE district_id = ${districtId}::uuid)
          / nullif(sum(max) FILTER (WHERE district_id = ${districtId}::uuid), 0), 4)::text AS district,
        round(sum(points) / nullif(sum(max), 0), 4)::text AS "all"
      FROM known GROUP BY level1`,
  )
  return new Map(found.map(({ level1, district, all }) => [level1, { district, all }]))
}
