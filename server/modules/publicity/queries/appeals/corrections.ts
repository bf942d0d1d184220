import { type RawBuilder, sql } from 'kysely'
import type { Answer, Received } from '../../../../../contracts/endpoint.ts'
import type {
  CorrectionRow,
  getCorrection,
  listCorrections,
} from '../../../../../contracts/publicity/corrections.ts'
import type { Context } from '../../../../access/context.ts'
import { maybe, one, rows } from '../../../../platform/database/database.ts'
import { limitTo } from '../../../../platform/database/limit-to.ts'
import { refuse } from '../../../../platform/problems/platform-problems.ts'
import { edition, type Editions } from '../../../../rulebook/load.ts'
import { withheldRows, withheldWords } from '../../../evaluation/index.ts'
import { documentsOf } from '../../../documents/index.ts'
import { paged, within } from '../../../organisations/index.ts'
import { correction } from '../../policy.ts'
import { shiftsOf } from './shifts.ts'

type Query = Received<typeof listCorrections>['query']
type Page = Answer<typeof getCorrection>

const verbs = ['publicity.decide-corrections', 'publicity.withdraw-correction']

/** A proposal is the bureaus' alone; who is scored sees what was decided. */
const source = (ctx: Context, only: RawBuilder<boolean>): RawBuilder<unknown> => {
  const office = ctx.policy.mayAnywhere(ctx.actor, 'publicity.decide-corrections')
  const sees = office || ctx.actor.grants.some(({ role }) => role === 'auditor')
  return sql`SELECT concat_ws('_', (r.state <> 'proposed')::integer, to_char(r.proposed_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), r.id) AS key,
      r.id, r.number, r.round_id AS "roundId", round.name AS "roundName", r.subject_id AS "subjectId", s.kind, s.name AS "subjectName",
      s.district_name AS "districtName",
      (SELECT array_agg(x.indicator ORDER BY x.indicator) FROM publicity.correction_row x WHERE x.correction_id = r.id) AS rows,
      r.reason, r.state, CASE WHEN ${office}::boolean THEN proposer.display_name END AS "proposedBy", r.proposed_at AS "proposedAt",
      coalesce(r.proposed_by = ${ctx.actor.id}::uuid, false) AS own, CASE WHEN ${office}::boolean THEN decider.display_name END AS "decidedBy",
      r.decided_at AS "decidedAt", ${ctx.policy.can(ctx.actor, correction, verbs)} AS can
    FROM publicity.correction r JOIN evaluation.published_round round ON round.id = r.round_id
    JOIN evaluation.published_subject s ON s.id = r.subject_id
    LEFT JOIN accounts.published_account proposer ON proposer.id = r.proposed_by
    LEFT JOIN accounts.published_account decider ON decider.id = r.decided_by
    WHERE ${ctx.policy.filter(ctx.actor, 'publicity.see-corrections', correction)} AND (${sees}::boolean OR r.state = 'decided') AND ${only}`
}

/** Corrections in sight, those to be decided first. */
export async function corrections(ctx: Context, query: Query) {
  const wanted = sql<boolean>`(true ${query.round ? sql`AND r.round_id = ${query.round}` : sql``}
    ${query.state ? sql`AND r.state = ${query.state}` : sql``} ${query.place ? sql`AND ${within('r.place_id', query.place)}` : sql``})`
  const found = await rows(
    ctx.db,
    sql<CorrectionRow & { key: string }>`SELECT * FROM (${source(ctx, wanted)}) listed
      ${query.after ? sql`WHERE key > ${query.after}` : sql``} ORDER BY key ${limitTo(query.limit + 1)}`,
  )
  const page = paged(found, query.limit, (row) => row.key)
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) }
}

type Kept = Omit<Page['rows'][number], 'indicator' | 'indicatorEn'>

/** One correction, with every version that the public was shown. @throws 404 out of sight */
export async function correctionPage(ctx: Context, editions: Editions, id: string): Promise<Page> {
  const found = await maybe(
    ctx.db,
    sql<CorrectionRow & { key: string }>`${source(ctx, sql<boolean>`r.id = ${id}`)}`,
  )
  if (!found) throw refuse('not-found')
  const { key: _, ...shown } = found
  const [head, kept, evidence, shifts, versions] = await Promise.all([
    headOf(ctx, id),
    rowsOf(ctx, id),
    documentsOf(ctx.db, correction.name, [id]),
    shiftsOf(ctx, id),
    versionsOf(ctx, shown),
  ])
  const rulebook = await editions.rulebookOf(head.edition)
  const paper = edition(rulebook, head.edition, head.to).tables[head.table]
  const table = new Map((paper?.rows ?? []).map((row) => [row.id, row]))
  const withheld = paper ? await withheldRows(ctx, paper, shown.subjectId) : new Set<string>()
  const named = kept.map((row) => {
    const { indicator = '', indicatorEn = '' } = table.get(row.id) ?? {}
    const told = { ...row, indicator, indicatorEn }
    return withheld.has(row.id) ? withhold(told) : told
  })
  const isShut = named.some(({ id }) => withheld.has(id))
  const words = isShut ? { reason: withheldWords.zh } : {}
  const note = isShut && head.note ? withheldWords.zh : head.note
  return {
    correction: { ...shown, ...words },
    note,
    rows: named,
    evidence: isShut ? [] : evidence,
    shifts,
    versions,
  }
}

/** Of a row that touches persons whoever may not see them is told that it was corrected, and not what it says. */
const withhold = (row: Page['rows'][number]): Page['rows'][number] => ({
  ...row,
  reason: withheldWords.zh,
  reading: { numerator: null, denominator: null, value: null, named: null, notApplicable: null },
  points: null,
  max: null,
  pointsBefore: null,
  pointsAfter: null,
})

const headOf = (ctx: Context, id: string) =>
  one(
    ctx.db,
    sql<{
      note: string | null
      edition: string
      to: string
      table: string
    }>`SELECT c.note, round.edition, round.period_to AS "to",
        s.table_id AS "table" FROM publicity.correction c JOIN evaluation.published_round round ON round.id = c.round_id
      JOIN evaluation.published_subject s ON s.id = c.subject_id WHERE c.id = ${id}`,
  )

const rowsOf = (ctx: Context, id: string): Promise<Kept[]> =>
  rows(
    ctx.db,
    sql<Kept>`SELECT x.indicator AS id, x.reason, x.reading, now.points::text,
        (CASE WHEN now.max_exact IS NOT NULL THEN round(split_part(now.max_exact, '/', 1)::numeric
          / coalesce(nullif(split_part(now.max_exact, '/', 2), '')::numeric, 1), 4)::text END) AS max,
        x.points_before AS "pointsBefore", x.points_after AS "pointsAfter"
      FROM publicity.correction_row x JOIN publicity.correction c ON c.id = x.correction_id
      JOIN evaluation.published_round round ON round.id = c.round_id
      LEFT JOIN evaluation.published_score_row now ON now.run_id = round.current_run AND now.subject_id = x.subject_id
        AND now.indicator = x.indicator
      WHERE x.correction_id = ${id} ORDER BY x.indicator`,
  )

const versionsOf = (ctx: Context, { roundId, subjectId }: CorrectionRow): Promise<Page['versions']> =>
  rows(
    ctx.db,
    sql<
      Page['versions'][number]
    >`SELECT p.version, p.kind, p.published_at AS "publishedAt", p.note, r.total::text, r.band, r.rank
      FROM publicity.publication p JOIN publicity.result r ON r.publication_id = p.id AND r.subject_id = ${subjectId}
      WHERE p.round_id = ${roundId} ORDER BY p.version`,
  )
