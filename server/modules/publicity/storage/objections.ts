import { sql } from 'kysely'
import type { ObjectionOutcome } from '../../../../contracts/publicity/words.ts'
import { type Db, maybe, one } from '../../../platform/database/database.ts'

/** What an objection may be about: the round as it is shown, and the subject it names. */
export interface Target {
  publicationId: string
  name: string
  state: string
  dueOn: string | null
  /** The place of the round. */
  placeId: string
  subject: { name: string; districtId: string } | null
  /** Whether the subject's table has the row that is named. */
  hasRow: boolean
}

export const findTarget = (
  db: Db,
  { roundId, subjectId, indicator }: { roundId: string; subjectId: string | null; indicator: string | null },
): Promise<Target | undefined> =>
  maybe(
    db,
    sql<Target>`SELECT p.id AS "publicationId", round.name, round.state, round.stage_due_on AS "dueOn", round.place_id AS "placeId",
        CASE WHEN r.subject_id IS NOT NULL THEN json_build_object('name', r.name, 'districtId', r.district_id) END AS subject,
        EXISTS (SELECT FROM publicity.result_row row WHERE row.publication_id = p.id AND row.subject_id = r.subject_id
          AND row.indicator = ${indicator}) AS "hasRow"
      FROM publicity.publication p JOIN evaluation.published_round round ON round.id = p.round_id
      LEFT JOIN publicity.result r ON r.publication_id = p.id AND r.subject_id = ${subjectId}::uuid
      WHERE p.round_id = ${roundId} ORDER BY p.version DESC LIMIT 1`,
  )

export interface Objection {
  id: string
  receipt: string
  publicationId: string
  roundId: string
  subjectId: string | null
  indicator: string | null
  placeId: string
  text: string
  nameSealed: string | null
  phoneSealed: string | null
  at: string
}

/**
 * Keeps it once; what was sent twice keeps its first receipt. @returns the receipt that counts, and whether it is new;
 * nothing where the id was used for another text, or for the same about something else
 */
export async function keepObjection(
  db: Db,
  fresh: Objection,
): Promise<{ receipt: string; isNew: boolean } | undefined> {
  const kept = await maybe(
    db,
    sql`INSERT INTO publicity.objection (id, receipt, publication_id, round_id, subject_id, indicator, place_id, text,
        name_sealed, phone_sealed, filed_at)
      VALUES (${fresh.id}, ${fresh.receipt}, ${fresh.publicationId}, ${fresh.roundId}, ${fresh.subjectId}, ${fresh.indicator},
        ${fresh.placeId}, ${fresh.text}, ${fresh.nameSealed}, ${fresh.phoneSealed}, ${fresh.at})
      ON CONFLICT (id) DO NOTHING RETURNING 1`,
  )
  if (kept) return { receipt: fresh.receipt, isNew: true }
  const earlier = await maybe(
    db,
    sql<{
      receipt: string
    }>`SELECT receipt FROM publicity.objection WHERE id = ${fresh.id} AND text = ${fresh.text} AND round_id = ${fresh.roundId}
      AND subject_id IS NOT DISTINCT FROM ${fresh.subjectId}::uuid AND indicator IS NOT DISTINCT FROM ${fresh.indicator}`,
  )
  return earlier && { receipt: earlier.receipt, isNew: false }
}

export const objectionToAnswer = (db: Db, id: string) =>
  one(
    db,
    sql<{
      receipt: string
      isAnswered: boolean
      nameSealed: string | null
      phoneSealed: string | null
    }>`SELECT receipt,
        answered_at IS NOT NULL AS "isAnswered", name_sealed AS "nameSealed", phone_sealed AS "phoneSealed"
      FROM publicity.objection WHERE id = ${id}`,
  )

export async function keepAnswer(
  db: Db,
  id: string,
  { outcome, answer, by, at }: { outcome: ObjectionOutcome; answer: string; by: string | null; at: string },
): Promise<void> {
  await sql`UPDATE publicity.objection SET outcome = ${outcome}, answer = ${answer}, answered_by = ${by}, answered_at = ${at}
    WHERE id = ${id}`.execute(db)
}
