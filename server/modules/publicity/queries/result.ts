import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getResult } from '../../../../contracts/publicity/public.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { edition, type Editions, type EditionTable, type Rulebook } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { showRow, type StoredRow } from '../../evaluation/index.ts'
import { bestAndWeakest, costliest } from '../rules/best-and-weakest.ts'
import { publicReason } from '../rules/public-reason.ts'
import { type CalendarOf, forPublic, shownRound } from './published-rounds.ts'
import { listColumns } from './results.ts'
import { surroundings } from './surroundings.ts'

export type ResultPage = Answer<typeof getResult>
type Shown = ResultPage['subject'] & {
  table: string
  placeId: string
  bodyId: string | null
  committee: ResultPage['committee']
}

const mostNamed = 3

/** One subject as the round's latest publication shows it. @throws 404 when it shows no such subject */
export async function result(
  ctx: Context,
  { editions, calendarOf }: { editions: Editions; calendarOf: CalendarOf },
  { id, subjectId }: { id: string; subjectId: string },
): Promise<ResultPage> {
  const round = await shownRound(ctx, calendarOf, id)
  const found = await maybe(
    ctx.db,
    sql<Shown>`SELECT ${listColumns}, r.district_id AS "districtId", r.variant, r.households, r.missing_rows AS "missingRows",
        r.table_id AS "table", r.place_id AS "placeId", r.body_id AS "bodyId",
        CASE WHEN r.committee_name IS NOT NULL THEN json_build_object('name', r.committee_name, 'kind', r.committee_kind,
          'filedOn', r.committee_filed_on) END AS committee
      FROM publicity.result r WHERE r.publication_id = ${round.publicationId} AND r.subject_id = ${subjectId}`,
  )
  const rulebook = await editions.rulebookOf(round.edition)
  const table = found && edition(rulebook, round.edition, round.to).tables[found.table]
  if (!found || !table) throw refuse('not-found')
  const { table: _, placeId, bodyId, committee, ...subject } = found
  const [groups, shown, around] = await Promise.all([
    groupsOf(ctx, round.publicationId, subjectId, table),
    rowsOf(ctx, rulebook, round.publicationId, subjectId, table),
    surroundings(ctx, round, { subjectId, kind: subject.kind, placeId, bodyId }),
  ])
  return {
    round: forPublic(round),
    subject,
    tableTitle: table.title,
    tableTitleEn: table.titleEn,
    groups,
    ...bestAndWeakest(groups),
    costliest: costliest(shown, mostNamed),
    rows: shown,
    committee,
    ...around,
  }
}

async function groupsOf(ctx: Context, publication: string, subjectId: string, table: EditionTable) {
  const found = await rows(
    ctx.db,
    sql<{
      level1: string
      got: string
      withheld: boolean
    }>`SELECT level1, got::text, withheld FROM publicity.result_group
      WHERE publication_id = ${publication} AND subject_id = ${subjectId}`,
  )
  const byName = new Map(found.map((group) => [group.level1, group]))
  return table.groups.flatMap(({ name, nameEn, points }) => {
    const kept = byName.get(name)
    if (!kept) return []
    const { got, withheld } = kept
    return [{ name, nameEn: nameEn ?? name, points: Fraction.parse(points).toDecimal(4), got, withheld }]
  })
}

type Row = ResultPage['rows'][number]
type Kept = { withheld: true; indicator: string } | ({ withheld: false } & Omit<StoredRow, 'before'>)

async function rowsOf(
  ctx: Context,
  rulebook: Rulebook,
  publication: string,
  subjectId: string,
  table: EditionTable,
) {
  const found = await rows(
    ctx.db,
    sql<Kept>`SELECT indicator, withheld, state, points, points_exact AS "pointsExact", max_exact AS "maxExact", numerator,
        denominator, value, provenance, reason, params
      FROM publicity.result_row WHERE publication_id = ${publication} AND subject_id = ${subjectId}`,
  )
  const kept = new Map(found.map((row) => [row.indicator, row]))
  return table.rows.flatMap((row): Row[] => {
    const stored = kept.get(row.id)
    if (!stored) return []
    const { id, level1, indicator, indicatorEn, evaluator } = row
    const named = {
      id,
      level1,
      indicator,
      indicatorEn,
      evaluator,
      printed: Fraction.parse(row.points).toDecimal(12),
    }
    if (stored.withheld)
      return [
        {
          ...named,
          withheld: true,
          state: null,
          points: null,
          max: null,
          why: '',
          whyEn: '',
          undecided: false,
        },
      ]
    const { state, points, max, why, whyEn, undecided } = showRow(rulebook, row, { ...stored, before: null })
    const plain = publicReason(stored.reason)
    return [
      {
        ...named,
        withheld: false,
        state,
        points,
        max,
        undecided,
        why: plain?.zh ?? why,
        whyEn: plain?.en ?? whyEn,
      },
    ]
  })
}
