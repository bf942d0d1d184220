import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import { type Verdict, verdictAt } from '../rules/overdue-at.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { historyOf } from '../storage/claims.ts'

export interface CaseAt extends Verdict {
  number: string
  openedAt: string
}

const batch = 2000

/** Every claim filed by an instant with how it stood then, the eldest first, in bounded memory. @param at ISO instant in UTC */
export async function* claimsAt(
  db: Db,
  at: string,
  reading: Pick<Reading, 'calendar' | 'limits'>,
): AsyncGenerator<CaseAt> {
  let after = { openedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const found = await rows(
      db,
      sql<{
        id: string
        number: string
        openedAt: string
      }>`SELECT id, number, opened_at AS "openedAt" FROM petitions.claim
        WHERE opened_at <= ${at}::timestamptz AND (opened_at, id) > (${after.openedAt}::timestamptz, ${after.id}::uuid)
        ORDER BY opened_at, id LIMIT ${batch}`,
    )
    const histories = await historyOf(
      db,
      found.map(({ id }) => id),
    )
    for (const { id, number, openedAt } of found) {
      const verdict = verdictAt(histories.get(id) ?? [], at, reading)
      if (verdict) yield { number, openedAt, ...verdict }
    }
    const last = found.at(-1)
    if (!last || found.length < batch) return
    after = last
  }
}
