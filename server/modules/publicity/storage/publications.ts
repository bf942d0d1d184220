import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type PublicationKind, shownKinds } from '../../../../contracts/publicity/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import { spelling } from '../../organisations/index.ts'
import { correctionNote } from '../rules/correction-note.ts'
import type { LaidOutRow } from '../rules/layout.ts'

export interface Publication {
  roundId: string
  kind: PublicationKind
  /** The pass whose scores are shown. */
  runId: number
  /** Last day of the period: names and committees as they stood then. */
  until: string
  dueOn: string | null
  note: string
  at: string
  by: string | null
}

export interface Written {
  id: string
  version: number
  subjects: number
}

/**
 * Keeps what the public sees from now on, in a few statements whatever the city's size; nothing of it follows the
 * living tables. @param layout the rows of each table; @param smallest fewest persons that a shown row may be about
 */
export async function writePublication(
  db: Db,
  publication: Publication,
  { layout, smallest }: { layout: readonly LaidOutRow[]; smallest: number },
): Promise<Written> {
  const { id, version } = await one(
    db,
    sql<{ id: string; version: number }>`INSERT INTO publicity.publication
        (id, round_id, version, kind, published_at, published_by, due_on, due_provisional, term_days, run_id,
        note)
      SELECT ${uuid()}::uuid, round.id, coalesce((SELECT max(version) FROM publicity.publication WHERE round_id = round.id), 0) + 1,
        ${publication.kind}, ${publication.at}, ${publication.by}::uuid, ${publication.dueOn}::date,
        CASE WHEN ${publication.kind} = 'publicity' THEN round.stage_due_provisional END, round.stage_working_days,
        ${publication.runId}, ${publication.note}
      FROM evaluation.published_round round WHERE round.id = ${publication.roundId} RETURNING id, version`,
  )
  const subjects = await writeResults(db, id, publication)
  await writeProjects(db, id)
  await writeGroups(db, id, publication.runId, layout, smallest)
  await writeRows(db, id, publication.runId, layout)
  await countMissing(db, id)
  return { id, version, subjects }
}

async function writeResults(db: Db, id: string, { roundId, runId, until }: Publication): Promise<number> {
  const written = await rows(
    db,
    sql<{
      subjectId: string
      name: string
    }>`INSERT INTO publicity.result (publication_id, subject_id, position, table_id, kind,
        place_id, body_id, variant, name, code, district_id, district_name, street_name, households, total, total_exact,
        missing_rows, band, rank, of_kind, not_assessed, committee_name, committee_kind, committee_filed_on)
      SELECT ${id}, s.id, row_number() OVER (ORDER BY array_position(${[...shownKinds]}::text[], s.kind), score.rank NULLS LAST,
          score.total DESC NULLS LAST, s.code, s.id), s.table_id, s.kind, s.place_id, s.body_id, s.variant, s.name, s.code,
        s.district_id, s.district_name, s.street_name, s.households, score.total, score.total_exact,
        0, score.band, score.rank, count(score.rank) OVER (PARTITION BY s.kind),
        s.not_assessed_reason IS NOT NULL, committee.name, committee.kind, committee.filed_on
      FROM evaluation.published_subject s
      LEFT JOIN evaluation.published_total score ON score.run_id = ${runId} AND score.subject_id = s.id
      LEFT JOIN LATERAL (SELECT c.name, c.kind, c.filed_on FROM organisations.published_committee c
        WHERE s.kind = 'compound' AND c.compound_id = s.place_id AND c.valid_from <= ${until}::date
          AND (c.valid_to IS NULL OR c.valid_to > ${until}::date) ORDER BY c.elected_on DESC LIMIT 1) committee ON true
      WHERE s.round_id = ${roundId} AND s.listed RETURNING subject_id AS "subjectId", name`,
  )
  const spelt = written.map(({ name }) => spelling(name))
  await sql`UPDATE publicity.result r SET pinyin = typed.pinyin, initials = typed.initials
    FROM unnest(${written.map((row) => row.subjectId)}::uuid[], ${spelt.map((one) => one.pinyin)}::text[],
      ${spelt.map((one) => one.initials)}::text[]) AS typed (subject_id, pinyin, initials)
    WHERE r.publication_id = ${id} AND r.subject_id = typed.subject_id`.execute(db)
  // What follows joins these rows, of which the planner has not heard yet.
  await sql`ANALYZE publicity.result`.execute(db)
  return written.length
}

async function writeProjects(db: Db, id: string): Promise<void> {
  await sql`INSERT INTO publicity.result_project (publication_id, upper_id, project_id)
    SELECT ${id}, upper.subject_id, project.subject_id FROM publicity.result upper
    JOIN evaluation.published_subject_compound counted ON counted.subject_id = upper.subject_id AND counted.at_end
    JOIN publicity.result project ON project.publication_id = ${id} AND project.kind = 'compound'
      AND project.place_id = counted.compound_id
    WHERE upper.publication_id = ${id} AND upper.kind <> 'compound'`.execute(db)
}

/** Rows without data, of those that are shown: a count of all would tell of what is withheld. */
async function countMissing(db: Db, id: string): Promise<void> {
  await sql`UPDATE publicity.result r SET missing_rows = counted.n
    FROM (SELECT subject_id, count(*) AS n FROM publicity.result_row
      WHERE publication_id = ${id} AND NOT withheld AND state = 'missing' GROUP BY subject_id) counted
    WHERE r.publication_id = ${id} AND r.subject_id = counted.subject_id`.execute(db)
}

/**
 * What the public reads of a correction: its number, whom and which of the shown rows it is about. The reason is written
 * freely and may tell of a withheld row: it stays with the staff.
 */
export async function noteCorrection(
  db: Db,
  publicationId: string,
  about: { number: string; subjectId: string; subjectName: string; indicators: readonly string[] },
): Promise<void> {
  const shown = await rows(
    db,
    sql<{
      indicator: string
    }>`SELECT indicator FROM publicity.result_row WHERE publication_id = ${publicationId}
      AND subject_id = ${about.subjectId} AND NOT withheld AND indicator = ANY(${[...about.indicators]}::text[])
      ORDER BY indicator`,
  )
  const note = correctionNote({ ...about, shown: shown.map(({ indicator }) => indicator) })
  await sql`UPDATE publicity.publication SET note = ${note} WHERE id = ${publicationId}`.execute(db)
}

const asTable = (layout: readonly LaidOutRow[]) => sql`jsonb_to_recordset(${JSON.stringify(layout)}::jsonb)
  AS laid ("table" text, indicator text, level1 text, personal boolean, counts boolean)`

/** A count of so few that each could be meant; a quantity that is no plain number counts nobody. */
const isSmall = (smallest: number) => sql`coalesce(row.denominator, row.value, '') ~ '^[0-9]+(\\.[0-9]+)?$'
  AND CASE WHEN coalesce(row.denominator, row.value) ~ '^[0-9]+(\\.[0-9]+)?$'
    THEN coalesce(row.denominator, row.value)::numeric BETWEEN 1 AND ${smallest}::numeric - 1 END`

async function writeGroups(
  db: Db,
  id: string,
  runId: number,
  layout: readonly LaidOutRow[],
  smallest: number,
): Promise<void> {
  await sql`INSERT INTO publicity.result_group (publication_id, subject_id, level1, got, withheld)
    SELECT ${id}, r.subject_id, laid.level1, sum(row.points), bool_or(laid.personal OR (laid.counts AND ${isSmall(smallest)}) IS TRUE)
    FROM publicity.result r JOIN evaluation.published_score_row row ON row.run_id = ${runId} AND row.subject_id = r.subject_id
    JOIN ${asTable(layout)} ON laid."table" = r.table_id AND laid.indicator = row.indicator
    WHERE r.publication_id = ${id} GROUP BY r.subject_id, laid.level1`.execute(db)
}

async function writeRows(db: Db, id: string, runId: number, layout: readonly LaidOutRow[]): Promise<void> {
  const shown = (column: string) => sql`CASE WHEN NOT g.withheld THEN ${sql.ref(`row.${column}`)} END`
  await sql`INSERT INTO publicity.result_row (publication_id, subject_id, indicator, withheld, state, points, points_exact,
      max_exact, numerator, denominator, value, provenance, reason, params)
    SELECT ${id}, r.subject_id, row.indicator, g.withheld, ${shown('state')}, CASE WHEN NOT g.withheld THEN row.points::text END,
      ${shown('points_exact')}, ${shown('max_exact')}, ${shown('numerator')}, ${shown('denominator')}, ${shown('value')},
      ${shown('provenance')}, ${shown('reason')}, ${shown('params')}
    FROM publicity.result r JOIN evaluation.published_score_row row ON row.run_id = ${runId} AND row.subject_id = r.subject_id
    JOIN ${asTable(layout)} ON laid."table" = r.table_id AND laid.indicator = row.indicator
    JOIN publicity.result_group g ON g.publication_id = ${id} AND g.subject_id = r.subject_id AND g.level1 = laid.level1
    WHERE r.publication_id = ${id}`.execute(db)
}
