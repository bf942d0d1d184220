import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** A record, and the bodies to which it is shown besides those that place and body of its documents let see them. */
export interface Shown {
  /** Policy resources under whose names documents hang on it. */
  resources: readonly string[]
  recordId: string
  bodyIds: readonly string[]
}

export async function keepShown(trx: Db, { resources, recordId, bodyIds }: Shown): Promise<void> {
  await sql`WITH hidden AS (
      DELETE FROM documents.shown_record WHERE resource = ANY(${[...resources]}::text[]) AND record_id = ${recordId}
        AND body_id <> ALL(${[...bodyIds]}::uuid[]))
    INSERT INTO documents.shown_record (resource, record_id, body_id)
    SELECT resource, ${recordId}, body_id FROM unnest(${[...resources]}::text[]) AS resource, unnest(${[...bodyIds]}::uuid[]) AS body_id
    ON CONFLICT DO NOTHING`.execute(trx)
}
