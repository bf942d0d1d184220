import { sql } from 'kysely'
import { type Db, maybe, one, rows } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'

/** One seal over a batch of committed entries, chained to the one before. */
export interface Seal {
  number: number
  /** ISO instant. */
  at: string
  entries: number[]
  /** 16 bytes for each entry: the beginning of its MAC, or zeros when the entry had gone before it was sealed. */
  prints: Buffer
  chained: Buffer
}

export const printLength = 16
/** Bounds the memory of a sealing and of its verification. */
const mostEntries = 5000
/** Of several servers on one database only one seals at a time. */
const lock = 715_026_002

export const nothingBefore = Buffer.alloc(32)

/** What the seal's MAC covers. @param before the `chained` of the seal before, zeros for the first */
export function chainedText(seal: Omit<Seal, 'chained'>, before: Buffer): string {
  const { number, at, entries, prints } = seal
  return JSON.stringify(['seal', number, at, entries, prints.toString('hex'), before.toString('hex')])
}

/**
 * Seals the oldest committed entries that no seal covers, in one transaction.
 * @returns the seal and whether more entries wait; undefined when there is nothing to seal or another server is at it
 */
export async function sealCommitted(
  db: Db,
  keys: Keys,
  at: string,
): Promise<{ seal: Seal; more: boolean } | undefined> {
  return await db.transaction().execute(async (trx) => {
    const { mine } = await one(trx, sql<{ mine: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS mine`)
    if (!mine) return undefined
    const due = await takeUnsealed(trx)
    if (due.length === 0) return undefined
    const last = await lastSeal(trx)
    const entries = due.map((entry) => entry.id)
    const prints = Buffer.concat(due.map((entry) => printOf(entry.mac)))
    const bare = { number: (last?.number ?? 0) + 1, at, entries, prints }
    const seal = { ...bare, chained: keys.mac(chainedText(bare, last?.chained ?? nothingBefore)) }
    await sql`INSERT INTO platform.audit_seal (number, at, entries, prints, chained, first_entry, last_entry)
      VALUES (${seal.number}, ${at}, ${entries}::bigint[], ${prints}, ${seal.chained}, ${entries[0]}, ${entries.at(-1)})`.execute(
      trx,
    )
    return { seal, more: due.length === mostEntries }
  })
}

export const printOf = (mac: Buffer | null) =>
  mac ? mac.subarray(0, printLength) : Buffer.alloc(printLength)

/** An entry that was removed before its sealing still leaves its number here, and so shows in the seal. */
const takeUnsealed = (db: Db) =>
  rows(
    db,
    sql<{ id: number; mac: Buffer | null }>`WITH due AS (
      DELETE FROM platform.audit_unsealed WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM platform.audit_unsealed ORDER BY entry_id LIMIT ${mostEntries})) RETURNING entry_id)
    SELECT due.entry_id AS id, e.mac FROM due LEFT JOIN platform.audit_entry e ON e.id = due.entry_id ORDER BY due.entry_id`,
  )

export const lastSeal = (db: Db) =>
  maybe(
    db,
    sql<{
      number: number
      at: string
      chained: Buffer
    }>`SELECT number, at, chained FROM platform.audit_seal ORDER BY number DESC LIMIT 1`,
  )

/** The `chained` of one seal, if it is there. */
export async function chainedOf(db: Db, number: number): Promise<Buffer | undefined> {
  const found = await maybe(
    db,
    sql<{ chained: Buffer }>`SELECT chained FROM platform.audit_seal WHERE number = ${number}`,
  )
  return found?.chained
}
