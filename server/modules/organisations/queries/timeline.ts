import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'

/** What happened to one record, the newest first. Entries of large imports stand with the import, not here. */
export const timelineOf = (ctx: Context, id: string, resources: string[]) =>
  rows(
    ctx.db,
    sql<{ at: string; verb: string; summary: string }>`SELECT at, verb, summary FROM platform.audit_entry
      WHERE resource = ANY(${resources}::text[]) AND resource_id = ${id} ORDER BY id DESC LIMIT 50`,
  )
