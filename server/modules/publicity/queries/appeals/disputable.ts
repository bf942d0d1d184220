import { sql } from 'kysely'
import type { Disputable } from '../../../../../contracts/publicity/appeals.ts'
import { subjectKind } from '../../../../../contracts/evaluation/words.ts'
import type { Answer } from '../../../../../contracts/endpoint.ts'
import type { listOwnResults } from '../../../../../contracts/publicity/appeals.ts'
import type { Context } from '../../../../access/context.ts'
import { maybe, rows } from '../../../../platform/database/database.ts'
import { refuse } from '../../../../platform/problems/platform-problems.ts'
import { edition, type EditionRow, type Editions, type Rulebook } from '../../../../rulebook/load.ts'
import { showRow, type StoredRow, withheldRows, withheldWords } from '../../../evaluation/index.ts'
import { scoredSubject } from '../../policy.ts'
import { untilOf } from '../../storage/appeals/scenes.ts'

type Subject = Disputable['subject']

const columns = (
  today: string,
) => sql`r.id AS "subjectId", round.id AS "roundId", round.name AS "roundName", round.state AS "roundState",
  r.kind, r.name, total.total::text, total.band, total.rank,
  (round.state = 'publicity' AND coalesce(${untilOf} >= ${today}::date, true)) AS open, ${untilOf} AS until`
const source = sql`evaluation.published_subject r JOIN evaluation.published_round round ON round.id = r.round_id
    AND round.state IN ('publicity', 'appeals', 'final', 'archived')
  JOIN (SELECT DISTINCT ON (round_id) id, round_id FROM publicity.publication ORDER BY round_id, version DESC) shown ON shown.round_id = r.round_id
  JOIN publicity.result published ON published.publication_id = shown.id AND published.subject_id = r.id
  LEFT JOIN evaluation.published_total total ON total.run_id = round.current_run AND total.subject_id = r.id`

/** What the asker's own bodies and offices were scored, where it was published; the newest round first. */
export async function ownResults(ctx: Context): Promise<Answer<typeof listOwnResults>> {
  const found = await rows(
    ctx.db,
    sql<Answer<typeof listOwnResults>['results'][number]>`SELECT ${columns(ctx.clock.today())},
        (SELECT count(*)::integer FROM publicity.appeal a WHERE a.subject_id = r.id) AS appeals
      FROM ${source} WHERE ${ctx.policy.filter(ctx.actor, 'publicity.file-appeal', scoredSubject)}
      ORDER BY round.year DESC, round.id, array_position(${subjectKind.options}::text[], r.kind), r.code, r.id LIMIT 500`,
  )
  return { results: found.map(({ ...result }) => result) }
}

type Work = Omit<StoredRow, 'before' | 'stale'> & { open: string | null }

/** The rows of a published subject, as they stand. @throws 404 when there is none, or out of reach */
export async function disputable(
  ctx: Context,
  editions: Editions,
  { id, verb }: { id: string; verb: 'publicity.file-appeal' | 'publicity.propose-corrections' },
  tell: { decidable(row: EditionRow): boolean; levels(row: EditionRow): string[] },
): Promise<Disputable> {
  const found = await maybe(
    ctx.db,
    sql<
      Subject & { table: string; edition: string; to: string; run: number }
    >`SELECT ${columns(ctx.clock.today())}, r.table_id AS "table",
        round.edition, round.period_to AS "to", round.current_run AS run
      FROM ${source} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, verb, scoredSubject)}`,
  )
  if (!found) throw refuse('not-found')
  const { table: tableId, edition: papers, to, run, ...subject } = found
  const rulebook = await editions.rulebookOf(papers)
  const table = edition(rulebook, papers, to).tables[tableId]
  const open =
    verb === 'publicity.file-appeal'
      ? sql`SELECT a.number FROM publicity.appeal_row x JOIN publicity.appeal a ON a.id = x.appeal_id`
      : sql`SELECT a.number FROM publicity.correction_row x JOIN publicity.correction a ON a.id = x.correction_id`
  const stored = await rows(
    ctx.db,
    sql<Work>`SELECT row.indicator, row.state, row.points::text, row.points_exact AS "pointsExact", row.max_exact AS "maxExact", row.numerator,
        row.denominator, row.value, row.provenance, row.reason, row.params,
        (${open} WHERE x.subject_id = row.subject_id AND x.indicator = row.indicator AND x.is_open LIMIT 1) AS open
      FROM evaluation.published_score_row row WHERE row.run_id = ${run} AND row.subject_id = ${id}`,
  )
  const kept = new Map(stored.map((row) => [row.indicator, row]))
  const withheld = table ? await withheldRows(ctx, table, id) : new Set<string>()
  const hidden = { points: '0', why: withheldWords.zh, whyEn: withheldWords.en }
  return {
    subject: { ...subject, tableTitle: table?.title ?? '' },
    rows: (table?.rows ?? []).flatMap((row) => {
      const one = kept.get(row.id)
      return one
        ? [
            {
              ...shown(rulebook, row, one),
              ...(withheld.has(row.id) ? hidden : {}),
              decidable: tell.decidable(row),
              levels: tell.levels(row),
            },
          ]
        : []
    }),
  }
}

function shown(rulebook: Rulebook, row: EditionRow, { open, ...stored }: Work) {
  const { id, level1, indicator, indicatorEn, points, max, why, whyEn } = showRow(rulebook, row, {
    ...stored,
    before: null,
    stale: false,
  })
  const shape = row.mechanism === 'grade' ? 'grade' : (row.factDefinition?.shape ?? null)
  return { id, level1, indicator, indicatorEn, points, max, why, whyEn, shape, open }
}
