import { sql } from 'kysely'
import type { PaperKind } from '../../../../contracts/archives/words.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

export interface PaperToIssue {
  id: string
  code: string
  subjectId: string
}

const toIssue = (papers: readonly PaperToIssue[]) => sql`jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
  AS asked (id uuid, code text, "subjectId" uuid)`

/** Issues papers from an archive's results, numbered on; a subject that has one that holds gets no second. */
export async function insertPapers(
  db: Db,
  issue: { archiveId: string; roundId: string; kind: PaperKind; at: string; by: string | null },
  papers: readonly PaperToIssue[],
): Promise<number> {
  const { archiveId, roundId, kind, at, by } = issue
  const written = await rows(
    db,
    sql`INSERT INTO archives.certificate (id, code, kind, round_id, subject_id, archive_id, number, total, band, rank, of_kind,
        issued_at, issued_by)
      SELECT asked.id, asked.code, ${kind}, ${roundId}, s.id, ${archiveId},
        (SELECT coalesce(max(number), 0) FROM archives.certificate WHERE round_id = ${roundId}::uuid AND kind = ${kind})
          + row_number() OVER (ORDER BY s.table_id, s.kind DESC, result.rank, s.code, s.id),
        score.total, result.band, result.rank,
        (SELECT count(*) FROM archives.archived_result other JOIN evaluation.published_subject of_kind ON of_kind.id = other.subject_id
          WHERE other.archive_id = ${archiveId} AND of_kind.kind = s.kind),
        ${at}, ${by}::uuid
      FROM ${toIssue(papers)} JOIN evaluation.published_subject s ON s.id = asked."subjectId"
      JOIN archives.archived_result result ON result.archive_id = ${archiveId} AND result.subject_id = s.id
      JOIN evaluation.published_round round ON round.id = s.round_id
      JOIN evaluation.published_total score ON score.run_id = round.current_run AND score.subject_id = s.id
      WHERE s.listed AND s.not_assessed_reason IS NULL
        AND NOT EXISTS (SELECT FROM archives.certificate held WHERE held.subject_id = s.id AND held.kind = ${kind}
          AND held.replaced_at IS NULL)
      RETURNING id`,
  )
  return written.length
}

/** Papers of the kind whose subjects' results are others now: they hold no longer. @returns their subjects */
export async function replacePapers(
  db: Db,
  kind: PaperKind,
  subjectIds: readonly string[],
  at: string,
): Promise<string[]> {
  const replaced = await rows(
    db,
    sql<{ subjectId: string }>`UPDATE archives.certificate SET replaced_at = ${at}
      WHERE kind = ${kind} AND replaced_at IS NULL AND subject_id = ANY(${[...subjectIds]}::uuid[])
      RETURNING subject_id AS "subjectId"`,
  )
  return replaced.map(({ subjectId }) => subjectId)
}

/** The newest archive of a round, and whether the round is archived. */
export const issuingFrom = (db: Db, roundId: string) =>
  maybe(
    db,
    sql<{ archiveId: string; state: string }>`SELECT a.id AS "archiveId", round.state
      FROM archives.archive a JOIN evaluation.published_round round ON round.id = a.round_id
      WHERE a.round_id = ${roundId} ORDER BY a.version DESC LIMIT 1`,
  )

/** Projects with a band in an archive that hold no star certificate: the band's name tells whether it has stars. */
export const bandedWithoutStars = (db: Db, archiveId: string) =>
  rows(
    db,
    sql<{ subjectId: string; band: string }>`SELECT result.subject_id AS "subjectId", result.band
      FROM archives.archived_result result JOIN evaluation.published_subject s ON s.id = result.subject_id
      WHERE result.archive_id = ${archiveId} AND s.kind = 'compound' AND result.band IS NOT NULL
        AND NOT EXISTS (SELECT FROM archives.certificate held WHERE held.subject_id = s.id AND held.kind = 'star'
          AND held.replaced_at IS NULL)`,
  )
