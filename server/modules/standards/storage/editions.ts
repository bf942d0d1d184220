import { sql } from 'kysely'
import type { EditionPart, EditionState } from '../../../../contracts/standards/words.ts'
import { breaches } from '../../../access/action.ts'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'
import { refuse } from '../problems.ts'
import type { Draft } from '../rules/change-part.ts'
import type { RecordedOf } from '../rules/lost-rows.ts'

/** An edition made by the city, whole. */
export interface StoredEdition extends Draft {
  id: string
  code: string
  basedOn: string
  fromYear: number
  state: EditionState
  version: number
  submittedBy: string | null
}

export const findEdition = (db: Db, id: string) =>
  maybe(
    db,
    sql<StoredEdition>`SELECT id, code, based_on AS "basedOn", from_year AS "fromYear", state, version,
        submitted_by AS "submittedBy", document, successors FROM standards.edition WHERE id = ${id}`,
  )

/** @throws when the code is taken */
export async function insertEdition(
  db: Db,
  fresh: { id: string; code: string; basedOn: string; document: Proposal },
  stamp: { by: string | null; at: string },
): Promise<void> {
  const { title, titleEn, from } = fresh.document.scheme
  try {
    await sql`INSERT INTO standards.edition (id, code, title, title_en, based_on, from_year, document, created_by, created_at)
      VALUES (${fresh.id}, ${fresh.code}, ${title}, ${titleEn}, ${fresh.basedOn}, ${Number(from.slice(0, 4))},
        ${JSON.stringify(fresh.document)}::json, ${stamp.by}, ${stamp.at})`.execute(db)
  } catch (fault) {
    if (breaches(fault, 'edition_code_is_one'))
      throw refuse('code-taken', { code: fresh.code }, { field: 'code' })
    throw fault
  }
}

export interface ChangeLine {
  part: EditionPart
  key: string
  before: unknown
  after: unknown
}

/** Saves the draft under its next version, with every change beside what stood before. */
export async function saveDraft(
  db: Db,
  { id, version }: Pick<StoredEdition, 'id' | 'version'>,
  { document, successors }: Draft,
  changes: readonly ChangeLine[],
  stamp: { by: string | null; at: string },
): Promise<void> {
  const { title, titleEn, from } = document.scheme
  await sql`UPDATE standards.edition SET document = ${JSON.stringify(document)}::json, successors = ${JSON.stringify(successors)}::json,
      title = ${title}, title_en = ${titleEn}, from_year = ${Number(from.slice(0, 4))}, version = ${version} WHERE id = ${id}`.execute(
    db,
  )
  await sql`INSERT INTO standards.edition_change (edition_id, version, part, key, before, after, changed_by, changed_at)
    SELECT ${id}, ${version}, c.part, c.key, c.before, c.after, ${stamp.by}, ${stamp.at}
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS c (part text, key text, before json, after json)`.execute(
    db,
  )
}

/** The last change of a part after a version, with who made it. */
export const changeSince = (
  db: Db,
  id: string,
  { part, key, base }: { part: string; key: string; base: number },
) =>
  maybe(
    db,
    sql<{
      version: number
      by: string | null
      byId: string
      at: string
    }>`SELECT c.version, account.display_name AS by, c.changed_by AS "byId", c.changed_at AS at
      FROM standards.edition_change c LEFT JOIN accounts.published_account account ON account.id = c.changed_by
      WHERE c.edition_id = ${id} AND c.part = ${part} AND c.key = ${key} AND c.version > ${base} ORDER BY c.version DESC LIMIT 1`,
  )

/** Who changed a draft last. */
export const lastChange = (db: Db, id: string) =>
  maybe(
    db,
    sql<{ by: string | null }>`SELECT account.display_name AS by FROM standards.edition_change c
      LEFT JOIN accounts.published_account account ON account.id = c.changed_by
      WHERE c.edition_id = ${id} ORDER BY c.version DESC LIMIT 1`,
  )

/** Whether somebody made, changed or submitted the edition. */
export async function hasHand(db: Db, id: string, accountId: string | null): Promise<boolean> {
  const found = await maybe(
    db,
    sql`SELECT 1 FROM standards.edition e WHERE e.id = ${id} AND (e.created_by = ${accountId}::uuid OR e.submitted_by = ${accountId}::uuid
      OR EXISTS (SELECT FROM standards.edition_change c WHERE c.edition_id = e.id AND c.changed_by = ${accountId}::uuid))`,
  )
  return found !== undefined
}

/** Moves an edition on; @param stamp who did it, when, and why where it goes back */
export async function moveEdition(
  db: Db,
  id: string,
  to: { state: EditionState; note?: string; document?: Proposal; sha256?: string },
  stamp: { by: string | null; at: string },
): Promise<void> {
  const note = to.note ?? ''
  if (to.state === 'submitted')
    await sql`UPDATE standards.edition SET state = 'submitted', submitted_by = ${stamp.by}, submitted_at = ${stamp.at}, note = '' WHERE id = ${id}`.execute(
      db,
    )
  else if (to.state === 'published')
    await sql`UPDATE standards.edition SET state = 'published', settled_by = ${stamp.by}, settled_at = ${stamp.at}, note = '',
      document = ${JSON.stringify(to.document)}::json, sha256 = ${to.sha256} WHERE id = ${id}`.execute(db)
  else
    await sql`UPDATE standards.edition SET state = ${to.state}, settled_by = ${stamp.by}, settled_at = ${stamp.at}, note = ${note} WHERE id = ${id}`.execute(
      db,
    )
}

/** What is recorded, by fact, for a year and those after it. */
export const recordedSince = (db: Db, year: number) =>
  rows(
    db,
    sql<RecordedOf>`SELECT fact, count(*)::integer AS count, array_agg(DISTINCT year ORDER BY year) AS years
      FROM evaluation.published_recorded_fact WHERE year >= ${year} AND standing <> 'withdrawn' GROUP BY fact`,
  )
