import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { Cell, RowOfRecord } from '../../sheet-kind.ts'
import { standingsOf, withCode } from '../../sheet-rows.ts'
import { declaredFact } from '../policy.ts'

interface Found {
  id: string
  fact: string
  placeName: string
  placeCode: string
  bodyName: string | null
  uscc: string | null
  projectName: string | null
  projectCode: string | null
  named: string | null
  notApplicable: string | null
  value: string | null
  withdrawn: boolean
  cells: Record<string, Cell>
}

/** What recorded facts say, those in sight; a withdrawn one says nothing but that. */
export async function standingFacts(
  ctx: Context,
  { facts }: Pick<Rulebook, 'facts'>,
  sheet: readonly RowOfRecord[],
) {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT r.id, r.fact, place.name AS "placeName", place.code AS "placeCode", body.name AS "bodyName", body.uscc,
        project.name AS "projectName", project.code AS "projectCode", r.named, r.not_applicable AS "notApplicable",
        trim_scale(r.value)::text AS value, r.standing = 'withdrawn' AS withdrawn,
        json_build_object('year', r.year, 'numerator', trim_scale(r.numerator)::text,
          'denominator', trim_scale(r.denominator)::text, 'provenance', r.provenance, 'grader', r.grader,
          'incident', r.incident, 'evidence', r.evidence, 'note', r.note, 'reason', r.reason) AS cells
      FROM evaluation.declared_fact r JOIN organisations.published_place place ON place.id = r.place_id
      LEFT JOIN organisations.published_body body ON body.id = r.body_id
      LEFT JOIN organisations.published_place project ON project.id = r.project_id
      WHERE ${ctx.policy.filter(ctx.actor, 'evaluation.see-facts', declaredFact)}
        AND r.id = ANY(${sheet.map(({ id }) => id)}::uuid[])`,
  )
  return standingsOf(sheet, found, (one) => {
    const fact = facts[one.fact]
    return {
      name: `${fact?.title ?? one.fact} · ${one.projectName ?? one.bodyName ?? one.placeName}`,
      code: one.projectCode ?? one.uscc ?? one.placeCode,
      page: `/evaluation/facts?open=${one.id}`,
      cells: {
        ...one.cells,
        ...(one.withdrawn && { numerator: null, denominator: null }),
        fact: fact?.title ?? one.fact,
        place: withCode(one.placeName, one.placeCode),
        uscc: withCode(one.bodyName, one.uscc),
        project: withCode(one.projectName, one.projectCode),
        value: one.withdrawn ? '已撤销' : saidOf(one, fact?.shape),
      },
    }
  })
}

function saidOf({ named, notApplicable, value }: Found, shape: string | undefined): string | null {
  if (notApplicable !== null) return `不适用：${notApplicable}`
  if (named !== null) return named
  if (value === null || shape !== 'yes-no') return value
  return value === '0' ? '否' : '是'
}
