import { sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'
import { partsOf } from '../storage/archives.ts'

export interface FoundArchive {
  version: number
  sha256: string
  /** The packed file, piece by piece. */
  parts: AsyncIterable<Buffer>
}

/** The newest archive of a round, or a given version; for whoever works at the machine itself. */
export async function findArchive(
  db: Db,
  { roundId, version }: { roundId: string; version?: number },
): Promise<FoundArchive | undefined> {
  const found = await maybe(
    db,
    sql<{ id: string; version: number; sha256: string }>`SELECT id, version, sha256 FROM archives.archive
      WHERE round_id = ${roundId} AND ${version === undefined ? sql`true` : sql`version = ${version}`}
      ORDER BY version DESC LIMIT 1`,
  )
  return found && { version: found.version, sha256: found.sha256, parts: partsOf(db, found.id) }
}
