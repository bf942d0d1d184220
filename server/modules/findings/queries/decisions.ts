import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getDecision, listDecidableRows, listDecisions } from '../../../../contracts/findings/staff.ts'
import { decisionName } from '../../../../contracts/findings/words.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { documentsOf } from '../../documents/index.ts'
import { paged, within } from '../../organisations/index.ts'
import { decidableRows } from '../decidable-rows.ts'
import type { EditionsAsked } from '../papers.ts'
import { decision } from '../policy.ts'
import { findRound } from '../storage/decisions.ts'

type Row = Answer<typeof listDecisions>['rows'][number]
type One = Answer<typeof getDecision>
type Stored = Omit<Row, 'name' | 'rowTitle'> & { number: number | null; edition: string; to: string }

const verb = 'findings.see-decisions'
const mostNamed = 50

const meant = sql`evaluation.published_subject s WHERE s.round_id = r.round_id AND s.kind = r.kind AND s.listed
  AND (r.subject_id IS NULL OR s.id = r.subject_id)
  AND EXISTS (SELECT FROM access.place_reach reach WHERE reach.place_id = s.place_id AND reach.ancestor_id = r.place_id)`

const columns = (
  ctx: Context,
) => sql`r.id, r.number, r.year, r.round_id AS "roundId", round.name AS "roundName", round.edition,
  round.period_to AS "to", r.indicator AS row, r.kind, r.subject_id AS "subjectId", coalesce(subject.name, place.name) AS about,
  coalesce(subject.district_name, CASE WHEN place.kind = 'district' THEN place.name END) AS "districtName",
  CASE WHEN r.subject_id IS NOT NULL THEN 1 WHEN r.number IS NOT NULL
    THEN (SELECT count(*)::integer FROM findings.decision_subject d WHERE d.decision_id = r.id)
    ELSE (SELECT count(*)::integer FROM ${meant}) END AS subjects,
  r.ground, r.reason, r.state, proposer.display_name AS "proposedBy", r.proposed_at AS "proposedAt",
  settler.display_name AS "settledBy", r.settled_at AS "settledAt", r.note, r.withdrawn_reason AS "withdrawnReason",
  r.proposed_by = ${ctx.actor.id}::uuid AS mine, ${ctx.policy.can(ctx.actor, decision, ['findings.settle-decision'])} AS can`
const named = sql`findings.decision r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN organisations.published_place place ON place.id = r.place_id
  LEFT JOIN evaluation.published_subject subject ON subject.id = r.subject_id
  LEFT JOIN accounts.published_account proposer ON proposer.id = r.proposed_by
  LEFT JOIN accounts.published_account settler ON settler.id = r.settled_by`

function shown<S extends Stored>(rulebook: Rulebook, stored: S) {
  const { number, edition, to: _, ...row } = stored
  const all = Object.values(rulebook.rows[edition] ?? {}).flat()
  return {
    ...row,
    name: number === null ? null : decisionName(row.year, number),
    rowTitle: all.find(({ id }) => id === row.row)?.indicator ?? row.row,
  }
}

/** The newest first. */
export async function decisions(
  ctx: Context,
  rulebook: Rulebook,
  query: Received<typeof listDecisions>['query'],
) {
  const found = await rows(
    ctx.db,
    sql<Stored>`SELECT ${columns(ctx)} FROM ${named} WHERE ${ctx.policy.filter(ctx.actor, verb, decision)}
      ${query.after ? sql`AND r.id::text < ${query.after}` : sql``}
      ${query.round ? sql`AND r.round_id = ${query.round}` : sql``}
      ${query.row ? sql`AND r.indicator = ${query.row}` : sql``}
      ${query.state ? sql`AND r.state = ${query.state}` : sql``}
      ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``}
      ORDER BY r.id::text DESC ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.id)
  return { ...page, rows: page.rows.map((row): Row => shown(rulebook, row)) }
}

/** @throws 404 when there is none, or out of sight */
export async function decisionPage(ctx: Context, rulebook: Rulebook, id: string): Promise<One> {
  const found = await maybe(
    ctx.db,
    sql<
      Stored & Pick<One, 'named'>
    >`SELECT ${columns(ctx)}, coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'districtName', s.district_name))
        FROM (SELECT s.id, s.name, s.district_name FROM ${meant} ORDER BY s.name ${limitTo(mostNamed)}) s), '[]'::json) AS named
      FROM ${named} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, verb, decision)}`,
  )
  if (!found) throw refuse('not-found')
  return { ...shown(rulebook, found), evidence: await documentsOf(ctx.db, decision.name, [id]) }
}

/** Rows of a round that a decision may be about. @throws 404 when there is no such round */
export async function rowsToDecide(
  ctx: Context,
  editions: EditionsAsked,
  { round: id, kind }: Received<typeof listDecidableRows>['query'],
): Promise<Answer<typeof listDecidableRows>> {
  const round = await findRound(ctx.db, id)
  if (!round) throw refuse('not-found')
  const found = decidableRows(await editions.rulebookOf(round.edition), round, kind)
  return {
    rows: found.map((row) => ({
      id: row.id,
      title: row.variant ? `${row.indicator}（${row.variant}）` : row.indicator,
      titleEn: row.indicatorEn,
      rulings: row.rulings.filter((ruling) => ['C14', 'C22', 'C32', 'C38'].includes(ruling)),
    })),
  }
}
