import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../../platform/database/database.ts'

export interface KeptVerification {
  ok: boolean
  seals: number
  entries: number
  unsealed: number
  findings: { kind: string; zh: string; en: string }[]
  more: boolean
}

/** @returns the id under which it is kept */
export async function keepVerification(
  db: Db,
  found: KeptVerification,
  by: string,
  at: string,
): Promise<string> {
  const id = uuid()
  await sql`INSERT INTO audit_trail.verification (id, at, by_actor, ok, seals, entries, unsealed, findings, more)
    VALUES (${id}, ${at}, ${by}, ${found.ok}, ${found.seals}, ${found.entries}, ${found.unsealed},
      ${JSON.stringify(found.findings)}::jsonb, ${found.more})`.execute(db)
  return id
}
