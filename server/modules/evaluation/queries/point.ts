import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getPoint } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { rows } from '../../../platform/database/database.ts'
import type { EditionRow, Rulebook } from '../../../rulebook/load.ts'
import type { RecordBehind } from '../../fact-source.ts'
import { post } from '../../organisations/index.ts'
import { declaredFact } from '../policy.ts'
import { refuse } from '../problems.ts'
import { earlierVersions } from './declared-facts.ts'
import { relations } from '../storage/readings.ts'
import { type Engine, meanProjectFact } from '../scoring-engine.ts'
import { withheldRows } from './withheld.ts'
import { findSubject, showRow, type SubjectFound } from './subject-score.ts'

type Point = Answer<typeof getPoint>

/** One point opened: sentence, reading, records behind it, limit, clauses, rulings, who recorded what, and its history. */
export async function point(
  ctx: Context,
  engine: Engine,
  roundId: string,
  subjectId: string,
  rowId: string,
): Promise<Point> {
  const found = await findSubject(ctx, engine.editions, roundId, subjectId)
  const { rulebook } = found.papers
  if ((await withheldRows(ctx, found.table, subjectId)).has(rowId)) throw refuse('row-withheld')
  const row = found.table.rows.find((r) => r.id === rowId)
  const stored = found.stored.get(rowId)
  if (!row || !stored) throw refuse('row-unknown', { row: rowId })
  const facts = [row.fact, row.gate].filter((id) => typeof id === 'string')
  const [records, declared, history] = await Promise.all([
    recordsBehind(ctx, engine, found, facts, subjectId),
    declaredBehind(ctx, found, facts),
    historyOf(ctx, found, rowId),
  ])
  const fact = row.factDefinition
  return {
    row: showRow(rulebook, row, stored),
    fact: fact
      ? {
          id: fact.id,
          title: fact.title,
          titleEn: fact.titleEn,
          reads: fact.reads,
          shape: fact.shape,
          unit: fact.unit ?? null,
        }
      : null,
    ...papersOf(row, rulebook),
    records,
    declared,
    history,
  }
}

function papersOf(
  row: EditionRow,
  rulebook: Rulebook,
): Pick<Point, 'limits' | 'clauses' | 'rulings' | 'evidence' | 'rubric'> {
  const limits = Object.values(row.figures).map((figure) => {
    const limit = rulebook.limits[figure.id]
    return {
      id: figure.id,
      title: limit?.title ?? figure.id,
      value: figure.value.toString(),
      clause: limit?.clause ?? '',
      undecided: figure.undecided,
    }
  })
  const clauses = [...new Set([...row.clauses, ...limits.map((l) => l.clause)])].flatMap((id) => {
    const clause = rulebook.clauses[id]
    return clause ? [{ id: clause.id, title: clause.title, summary: clause.summary }] : []
  })
  const rulings = row.rulings.flatMap((id) => {
    const ruling = rulebook.rulings[id]
    return ruling ? [{ id, title: ruling.title, reading: ruling.reading, reason: ruling.reason }] : []
  })
  const rubric =
    row.mechanism === 'grade' ? row.rubric.map(({ level, share, signs }) => ({ level, share, signs })) : []
  return { limits, clauses, rulings, evidence: [...row.evidence], rubric }
}

async function recordsBehind(
  ctx: Context,
  engine: Engine,
  found: SubjectFound,
  facts: string[],
  subjectId: string,
): Promise<Point['records']> {
  const { seen, papers, shown } = found
  const over = {
    ...relations(seen, shown.kind, subjectId),
    from: seen.from,
    to: seen.to,
    ...papers.figures,
  }
  const sources = engine.sources.filter((s) => facts.includes(s.fact) && s.subjects.includes(shown.kind))
  const lists = await Promise.all(
    sources.map(async (source) => {
      const personal = engine.rulebook.facts[source.fact]?.personal === true
      return await inSight(ctx, personal, await rows<RecordBehind>(ctx.db, source.records(over)))
    }),
  )
  const own = facts.includes(meanProjectFact) ? await projectTotals(ctx, found, subjectId) : []
  const behind = lists
    .flat()
    .map((r) => ({ resource: r.resource, recordId: r.record_id, label: r.label, counted: r.counted }))
  return [...behind, ...own]
}

/**
 * Whose post counts gives away Party status where the fact is about it, so a post shows to nobody from whom its own list
 * or its Party status is kept. What is left of a personal fact may then add up to less than the reading.
 */
async function inSight(ctx: Context, personal: boolean, behind: RecordBehind[]): Promise<RecordBehind[]> {
  const posts = behind.filter((record) => record.resource === post.name)
  if (posts.length === 0) return behind
  const verb = personal ? 'organisations.see-party-status' : 'organisations.see-posts'
  const seen = await permitted(
    ctx,
    verb,
    post,
    posts.map((record) => record.record_id),
  )
  return behind.filter((record) => record.resource !== post.name || seen.has(record.record_id))
}

/** Behind 2-20 stand the A.1 totals of the enterprise's projects. */
const projectTotals = (ctx: Context, { seen }: SubjectFound, subjectId: string) =>
  rows(
    ctx.db,
    sql<Point['records'][number]>`SELECT 'evaluation.subject' AS resource, c.id::text AS "recordId",
      c.name || '：' || coalesce(round(score.total, 2)::text || ' 分', CASE WHEN c.not_assessed_reason IS NULL THEN '未计算' ELSE '不评' END) || '，' || sc.households || ' 户，合同 ' || sc.days || ' 天' AS label,
      score.total IS NOT NULL AS counted
      FROM evaluation.subject_compound sc
      JOIN evaluation.subject c ON c.round_id = ${seen.id} AND c.kind = 'compound' AND c.place_id = sc.compound_id
      LEFT JOIN evaluation.score score ON score.run_id = ${seen.currentRun} AND score.subject_id = c.id
      WHERE sc.subject_id = ${subjectId} ORDER BY sc.households DESC, c.name LIMIT 200`,
  )

const declaredBehind = (ctx: Context, { seen, shown }: SubjectFound, facts: string[]) =>
  rows(
    ctx.db,
    sql<
      Point['declared'][number]
    >`SELECT r.id, r.fact, r.provenance, r.numerator::text, r.denominator::text, r.value::text, r.named, r.not_applicable AS "notApplicable", r.note,
      r.evidence, r.grader, r.incident, project.name AS "projectName", project.code AS "projectCode", account.display_name AS "recordedBy", r.recorded_at AS "recordedAt", r.version,
      r.standing, r.reason, ${earlierVersions} AS earlier
      FROM evaluation.declared_fact r
      LEFT JOIN organisations.published_place project ON project.id = r.project_id
      LEFT JOIN accounts.published_account account ON account.id = r.recorded_by
      WHERE r.year = ${seen.year} AND r.fact = ANY(${facts}::text[]) AND r.place_id = ${shown.placeId}
        AND r.body_id IS NOT DISTINCT FROM ${shown.bodyId}::uuid AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-facts', declaredFact)}
      ORDER BY project.name, r.id LIMIT 200`,
  )

/** The same row in earlier rounds of the same subject. */
const historyOf = (ctx: Context, { seen, shown }: SubjectFound, rowId: string) =>
  rows(
    ctx.db,
    sql<Point['history'][number]>`SELECT round.year, round.name AS round, row.state, row.points::text,
      round(split_part(row.max_exact, '/', 1)::numeric / coalesce(nullif(split_part(row.max_exact, '/', 2), ''), '1')::numeric, 4)::text AS max
      FROM evaluation.subject s JOIN evaluation.round round ON round.id = s.round_id AND round.place_id = ${seen.placeId}
      JOIN evaluation.score_row row ON row.run_id = round.current_run AND row.subject_id = s.id AND row.indicator = ${rowId}
      WHERE s.place_id = ${shown.placeId} AND s.body_id IS NOT DISTINCT FROM ${shown.bodyId}::uuid AND s.kind = ${shown.kind}
      ORDER BY round.year DESC, round.id DESC LIMIT 10`,
  )
