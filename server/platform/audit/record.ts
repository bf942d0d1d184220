import { sql } from 'kysely'
import { type Db, put } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'
import { inOrder } from '../../values/canonical-json.ts'

/** What one state change leaves behind. Personal fields must come sealed in `detail`. */
export interface AuditLine {
  resource: string
  id: string
  /** One Chinese sentence: who did what is added from actor and verb. */
  summary: string
  /** Before and after, counts, hashes of a bulk action's rows. */
  detail?: Record<string, unknown>
}

export interface AuditEntry {
  at: string
  actorId: string | null
  verb: string
  line: AuditLine
}

/** The text that the MAC covers; the verifier builds it again from the stored row. */
export function auditText(entry: AuditEntry): string {
  const { at, actorId, verb, line } = entry
  return JSON.stringify([
    at,
    actorId,
    verb,
    line.resource,
    line.id,
    line.summary,
    // jsonb does not keep the order of keys, so both sides sort them.
    inOrder(line.detail ?? {}),
  ])
}

/** Writes the entry in the caller's transaction; the sealer covers it within a second of its commit. */
export async function recordAudit(trx: Db, keys: Keys, entry: AuditEntry): Promise<void> {
  const { at, actorId, verb, line } = entry
  const json = JSON.stringify(line.detail ?? {})
  // What the MAC covers is what will be read back: dates have become text and undefined fields have gone.
  const detail = JSON.parse(json) as Record<string, unknown>
  const mac = keys.mac(auditText({ ...entry, line: { ...line, detail } }))
  const written = sql`WITH entry AS (
      INSERT INTO platform.audit_entry (at, actor_id, verb, resource, resource_id, summary, detail, mac)
      VALUES (${at}, ${actorId}, ${verb}, ${line.resource}, ${line.id}, ${line.summary}, ${json}::jsonb, ${mac})
      RETURNING id)
    INSERT INTO platform.audit_unsealed (entry_id) SELECT id FROM entry`
  await put(trx, written)
}
