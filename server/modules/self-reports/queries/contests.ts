import { sql } from 'kysely'
import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { getContest, listContests } from '../../../../contracts/self-reports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { containing, paged, within } from '../../organisations/index.ts'
import { seesPersons } from '../../evaluation/index.ts'
import type { EditionsAsked } from '../papers.ts'
import { contest } from '../policy.ts'
import { personalRows } from '../rules/personal-rows.ts'
import { evidenceOf } from '../show-said.ts'
import { reportById } from '../storage/reports.ts'
import { shownRows } from './report-page.ts'

export type ContestRow = Answer<typeof listContests>['rows'][number]
type Stored = Omit<ContestRow, 'rowTitle' | 'evaluator'> & { edition: string }

const verb = 'self-reports.see-contests'

/** Those that wait first, the oldest of them first. */
const key = sql`concat_ws('_', (r.outcome IS NOT NULL)::integer,
  to_char(r.contested_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), r.id) COLLATE "C"`

const source = (
  ctx: Context,
) => sql`SELECT ${key} AS key, r.id, r.report_id AS "reportId", r.round_id AS "roundId", round.name AS "roundName", round.edition,
    round.state AS stage, r.subject_id AS "subjectId", r.kind, s.name, s.district_name AS "districtName", r.indicator AS row, r.answerer,
    json_build_object('numerator', r.numerator, 'denominator', r.denominator, 'value', r.value) AS claimed, r.reason,
    r.evidence_note AS "evidenceNote", r.contested_at AS "contestedAt", r.outcome, r.answer, account.display_name AS "answeredBy",
    r.answered_at AS "answeredAt", ${ctx.policy.can(ctx.actor, contest, ['self-reports.answer-contest'])} AS can, r.place_id AS place, r.body_id AS body,
    ${seesPersons(ctx)} AS "seesPersons"
  FROM self_reports.published_contest r JOIN evaluation.published_round round ON round.id = r.round_id
  JOIN evaluation.published_subject s ON s.id = r.subject_id
  LEFT JOIN accounts.published_account account ON account.id = r.answered_by
  WHERE ${ctx.policy.filter(ctx.actor, verb, contest)}`

type Kept = Stored & { key: string; place: string; body: string | null; seesPersons: boolean }

const withheldWords = '本组有涉及个人的内容，您的角色看不到具体内容。'

/** Whoever neither answers it, nor reports it, nor may see Party status is not told what is claimed of a personal row. */
function mustHide(ctx: Context, rulebook: Rulebook, kept: Kept): boolean {
  const { edition, row, can, body, place } = kept
  if (can['self-reports.answer-contest'] || kept.seesPersons) return false
  const reports = ({ role, bodyId, placeId }: (typeof ctx.actor.grants)[number]) =>
    (bodyId !== null && bodyId === body) || (role === 'project-head' && placeId === place)
  if (ctx.actor.grants.some(reports)) return false
  return personalRows(rulebook, edition).has(row)
}

const hidden = { claimed: { numerator: null, denominator: null, value: null }, evidenceNote: '' }

function shown(ctx: Context, rulebook: Rulebook, kept: Kept): ContestRow {
  const { key: _, place: __, body: ___, seesPersons: ____, edition, ...row } = kept
  const withheld = mustHide(ctx, rulebook, kept)
  const found = Object.values(rulebook.rows[edition] ?? {})
    .flat()
    .find(({ id }) => id === row.row)
  const named = { ...row, rowTitle: found?.indicator ?? row.row, evaluator: found?.evaluator ?? '' }
  return withheld
    ? { ...named, ...hidden, reason: withheldWords, answer: row.answer && withheldWords }
    : named
}

export async function contests(
  ctx: Context,
  { standing }: EditionsAsked,
  query: Received<typeof listContests>['query'],
) {
  const like = query.text ? containing(query.text) : null
  const found = await rows(
    ctx.db,
    sql<Kept>`SELECT * FROM (${source(ctx)}) shown WHERE true
      ${query.round ? sql`AND shown."roundId" = ${query.round}` : sql``}
      ${query.state ? sql`AND (shown.outcome IS NULL) = ${query.state === 'open'}` : sql``}
      ${query.place ? sql`AND ${within('shown.place', query.place)}` : sql``}
      ${like ? sql`AND lower(shown.name) LIKE ${like}` : sql``}
      ${query.after ? sql`AND key > ${query.after}` : sql``} ORDER BY key ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map((row) => shown(ctx, standing, row)) }
}

/** @throws 404 when there is none, or out of sight */
export async function contestPage(
  ctx: Context,
  editions: EditionsAsked,
  id: string,
): Promise<Answer<typeof getContest>> {
  const found = await maybe(ctx.db, sql<Kept>`${source(ctx)} AND r.id = ${id}`)
  if (!found) throw refuse('not-found')
  const row = shown(ctx, editions.standing, found)
  const kept = await reportById(ctx.db, row.reportId)
  const isHidden = row.reason === withheldWords
  const reported = (await shownRows(ctx, editions, kept, !isHidden)).find((one) => one.id === row.row)
  const evidence = isHidden ? [] : ((await evidenceOf(ctx.db, [id])).get(id) ?? [])
  return {
    ...row,
    evidence,
    why: reported?.why ?? '',
    whyEn: reported?.whyEn ?? '',
    shape: reported?.fact?.shape ?? 'count',
    levels: reported?.fact?.levels ?? [],
  }
}
