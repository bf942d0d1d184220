import { sql } from 'kysely'
import type { ClaimEventKind } from '../../../../contracts/petitions/words.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** What somebody did last to a claim. */
export interface LastStep {
  kind: ClaimEventKind
  at: string
  /** Display name; null for the system and for residents. */
  who: string | null
}

/** Words and clocks aside: what has been done since a screen was read, or last of all. */
export const lastStep = (db: Db, claimId: string, since = 0): Promise<LastStep | undefined> =>
  maybe(
    db,
    sql<LastStep>`SELECT e.kind, e.at, account.display_name AS who FROM petitions.claim_event e
      LEFT JOIN accounts.published_account account ON account.id = e.by
      WHERE e.claim_id = ${claimId} AND e.seq > ${since}
        AND e.kind NOT IN ('noted', 'warned', 'overdue', 'followed', 'urged', 'term-moved', 'text-cleared', 'identity-opened', 'filed')
      ORDER BY e.seq DESC LIMIT 1`,
  )
