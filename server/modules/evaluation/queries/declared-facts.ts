import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type {
  getDeclaredFact,
  listDeclaredFacts,
  listFactDefinitions,
} from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Papers, Rulebook } from '../../../rulebook/load.ts'
import { declaredFact } from '../policy.ts'
import { factIndex } from '../rules/examine-fact.ts'

type Row = Answer<typeof listDeclaredFacts>['rows'][number]
type One = Answer<typeof getDeclaredFact>

/** What the fact `r` said before, the latest first; 12.000 is told as 12. */
export const earlierVersions = sql`coalesce((SELECT json_agg(json_build_object(
    'said', CASE WHEN v.standing = 'withdrawn' THEN '已撤销' ELSE coalesce(v.not_applicable, v.named, trim_scale(v.value)::text,
      trim_scale(v.numerator) || coalesce('/' || trim_scale(v.denominator), ''), '') END,
    'reason', v.reason, 'recordedBy', teller.display_name, 'recordedAt', v.recorded_at) ORDER BY v.version DESC)
  FROM evaluation.declared_fact_version v LEFT JOIN accounts.published_account teller ON teller.id = v.recorded_by
  WHERE v.fact_id = r.id), '[]'::json)`

const columns = (
  ctx: Context,
) => sql`r.id, r.year, r.fact, r.place_id AS "placeId", place.name AS "placeName", place.code AS "placeCode", body.name AS "bodyName", body.uscc,
  project.name AS "projectName", project.code AS "projectCode", r.numerator::text, r.denominator::text, r.value::text, r.named, r.not_applicable AS "notApplicable",
  r.note, r.evidence, r.grader, r.incident, r.provenance, r.standing, r.reason, r.recorded_at AS "recordedAt", account.display_name AS "recordedBy", r.version,
  ${ctx.policy.can(ctx.actor, declaredFact, ['evaluation.see-facts'])} AS can`
const named = sql`JOIN organisations.published_place place ON place.id = r.place_id
  LEFT JOIN organisations.published_body body ON body.id = r.body_id
  LEFT JOIN organisations.published_place project ON project.id = r.project_id
  LEFT JOIN accounts.published_account account ON account.id = r.recorded_by`

/** Whether the fact `r` is about something called so. */
function about(text: string) {
  const like = `%${text.trim().replace(/[%_\\]/g, '\\$&')}%`
  return sql`(r.place_id IN (SELECT id FROM organisations.published_place WHERE name LIKE ${like} OR code LIKE ${like})
    OR r.project_id IN (SELECT id FROM organisations.published_place WHERE name LIKE ${like} OR code LIKE ${like})
    OR r.body_id IN (SELECT id FROM organisations.published_body WHERE name LIKE ${like} OR uscc LIKE ${like}))`
}

const titled = <R extends Row>(rulebook: Papers, row: R): R => ({
  ...row,
  factTitle: rulebook.facts[row.fact]?.title ?? row.fact,
})

/** Recorded facts in sight, the newest first. The page is found first and dressed afterwards: names and rights are asked of its rows alone. */
export async function declaredFacts(
  ctx: Context,
  rulebook: Papers,
  query: Received<typeof listDeclaredFacts>['query'],
) {
  const page = sql`SELECT r.* FROM evaluation.declared_fact r
    WHERE ${ctx.policy.filter(ctx.actor, 'evaluation.see-facts', declaredFact)}
      ${query.after ? sql`AND r.id < ${query.after}::uuid` : sql``}
      ${query.year ? sql`AND r.year = ${query.year}` : sql``}
      ${query.fact ? sql`AND r.fact = ${query.fact}` : sql``}
      ${query.provenance ? sql`AND r.provenance = ${query.provenance}` : sql``}
      ${query.standing ? sql`AND (r.standing = 'withdrawn') = ${query.standing === 'withdrawn'}` : sql``}
      ${query.text ? sql`AND ${about(query.text)}` : sql``}
      ${query.place ? sql`AND r.place_id IN (SELECT place_id FROM access.place_reach WHERE ancestor_id = ${query.place}::uuid)` : sql``}
    ORDER BY r.id DESC ${limitTo(query.limit + 1)}`
  const found = await rows(
    ctx.db,
    sql<Row>`SELECT ${columns(ctx)} FROM (${page}) r ${named} ORDER BY r.id DESC`,
  )
  const shown = found.slice(0, query.limit).map((row) => titled(rulebook, row))
  return { rows: shown, next: found.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

/** @throws 404 when there is none, or out of sight */
export async function declaredFactById(ctx: Context, rulebook: Papers, id: string): Promise<One> {
  const found = await maybe(
    ctx.db,
    sql<One>`SELECT ${columns(ctx)}, ${earlierVersions} AS earlier FROM evaluation.declared_fact r ${named} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-facts', declaredFact)}`,
  )
  if (!found) throw refuse('not-found')
  return titled(rulebook, found)
}

/** The facts of the rule-book with the rows that read them. */
export function factDefinitions(rulebook: Rulebook): Answer<typeof listFactDefinitions> {
  const { recordable, rowsOf, gradersOf } = factIndex(rulebook)
  const facts = recordable.map((fact) => ({
    id: fact.id,
    title: fact.title,
    titleEn: fact.titleEn,
    subjects: [...fact.subjects],
    shape: fact.shape,
    unit: fact.unit ?? null,
    provenance: fact.provenance,
    clause: fact.clause,
    rows: [...(rowsOf.get(fact.id) ?? [])],
    levels: Object.keys(fact.levels ?? {}),
    perProject: gradersOf.has(fact.id),
  }))
  return { facts }
}
