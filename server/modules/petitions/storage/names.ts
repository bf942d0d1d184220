import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { KeptEvent } from '../rules/events.ts'

/** Names of everybody and every office and body that a history speaks of, by id, in one statement. */
export async function namesOf(db: Db, history: readonly KeptEvent[]): Promise<Map<string, string>> {
  const accounts = history.flatMap(({ by }) => by ?? [])
  const handlers = history.flatMap(({ data }) =>
    Object.values(data).flatMap((value: unknown) =>
      typeof value === 'object' && value !== null && 'bodyId' in value && 'placeId' in value
        ? [value.bodyId, value.placeId].flatMap((id) => (typeof id === 'string' ? [id] : []))
        : [],
    ),
  )
  const found = await rows(
    db,
    sql<{
      id: string
      name: string
    }>`SELECT id, display_name AS name FROM accounts.published_account WHERE id = ANY(${accounts}::uuid[])
      UNION ALL SELECT id, name FROM organisations.published_body WHERE id = ANY(${handlers}::uuid[])
      UNION ALL SELECT id, name FROM organisations.published_place WHERE id = ANY(${handlers}::uuid[])`,
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
