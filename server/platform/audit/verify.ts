import { sql } from 'kysely'
import { type Db, one, rows } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'
import { type Finding, finding } from './findings.ts'
import { type AuditEntry, auditText } from './record.ts'
import { walkChain } from './chain.ts'
import { lastSeal, printLength, printOf, type Seal } from './seal.ts'
import { disputedFiles, holds, type OutsideSeal, readSealFile } from './seal-file.ts'

export interface Verification {
  ok: boolean
  seals: number
  entries: number
  /** Committed but not yet sealed: a change or removal of these alone could not be told. Normally about one second's worth. */
  unsealed: { count: number; oldestAt: string | null }
  lastSeal: OutsideSeal | null
  outside: OutsideSeal | null
  findings: Finding[]
  /** There were more than are listed. */
  more: boolean
}

const mostFindings = 1000
const sealsAtOnce = 100
const entriesAtOnce = 2000

/**
 * Checks every seal, every entry and the file outside, on one snapshot of the database.
 * @param file the seal file of the installation, or a copy of it that was kept elsewhere
 */
export async function verifyTrail(db: Db, keys: Keys, file: string): Promise<Verification> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      // Read after the snapshot stands it could name a later seal than the snapshot shows; so it comes first.
      const outside = readSealFile(file)
      const findings: Finding[] = []
      const seals = await checkSeals(trx, keys, findings, outside)
      await checkUnlisted(trx, findings)
      const unsealed = await checkUnsealed(trx, keys, findings)
      await checkOutside(trx, findings, seals, outside, disputedFiles(file))
      const { entries } = await one(
        trx,
        sql<{ entries: number }>`SELECT count(*) AS entries FROM platform.audit_entry`,
      )
      const last = await lastSeal(trx)
      return {
        ok: findings.length === 0,
        seals,
        entries,
        unsealed,
        lastSeal: last ? { ...last, chained: last.chained.toString('hex') } : null,
        outside: outside ?? null,
        findings: findings.slice(0, mostFindings),
        more: findings.length > mostFindings,
      }
    })
}

/** Entries are checked as the chain is walked. @returns how many seals there are */
async function checkSeals(
  db: Db,
  keys: Keys,
  findings: Finding[],
  outside: OutsideSeal | undefined,
): Promise<number> {
  const chain = walkChain(keys, (kind, seal) => findings.push(finding(kind, { seal })))
  let [count, after] = [0, 0]
  for (;;) {
    const page = await sealsAfter(db, after)
    for (const seal of page) await checkEntries(db, keys, seal, chain.next(seal), findings)
    count += page.length
    after = page.at(-1)?.number ?? after
    if (page.length < sealsAtOnce) break
  }
  chain.end(outside)
  return count
}

interface EntryRow {
  id: number
  at: string
  actorId: string | null
  verb: string
  resource: string
  resourceId: string
  summary: string
  detail: Record<string, unknown>
  mac: Buffer
}

const columns = sql.raw(
  `e.id, e.at, e.actor_id AS "actorId", e.verb, e.resource, e.resource_id AS "resourceId", e.summary, e.detail, e.mac`,
)

function isGenuine(keys: Keys, row: EntryRow): boolean {
  const { at, actorId, verb, resource, resourceId, summary, detail } = row
  const entry: AuditEntry = { at, actorId, verb, line: { resource, id: resourceId, summary, detail } }
  return keys.mac(auditText(entry)).equals(row.mac)
}

/** @param trusted whether the seal's own list of prints is known to be ours */
async function checkEntries(db: Db, keys: Keys, seal: Seal, trusted: boolean, findings: Finding[]) {
  for (let from = 0; from < seal.entries.length; from += entriesAtOnce) {
    const ids = seal.entries.slice(from, from + entriesAtOnce)
    const stored = await rows(
      db,
      sql<EntryRow>`SELECT ${columns} FROM platform.audit_entry e WHERE e.id = ANY(${ids}::bigint[])`,
    )
    const byId = new Map(stored.map((row) => [row.id, row]))
    for (const [index, id] of ids.entries()) {
      const row = byId.get(id)
      const print = seal.prints.subarray((from + index) * printLength, (from + index + 1) * printLength)
      if (!row) findings.push(finding('entry-removed', { entry: id, seal: seal.number }))
      else if ((trusted && !printOf(row.mac).equals(print)) || !isGenuine(keys, row))
        findings.push(finding('entry-changed', { entry: id, seal: seal.number }))
    }
  }
}

const sealsAfter = (db: Db, number: number) =>
  rows(
    db,
    // pg hands arrays of bigint over as text, but those of doubles as numbers.
    sql<Seal>`SELECT number, at, entries::float8[] AS entries, prints, chained FROM platform.audit_seal
      WHERE number > ${number} ORDER BY number LIMIT ${sealsAtOnce}`,
  )

/** The program writes an entry and its place in the queue at once; an entry with neither seal nor place came another way. */
async function checkUnlisted(db: Db, findings: Finding[]) {
  const found = await rows(
    db,
    sql<{ id: number }>`SELECT e.id FROM platform.audit_entry e
      LEFT JOIN (SELECT unnest(entries) AS id FROM platform.audit_seal) s ON s.id = e.id
      LEFT JOIN platform.audit_unsealed q ON q.entry_id = e.id
      WHERE s.id IS NULL AND q.entry_id IS NULL ORDER BY e.id LIMIT ${mostFindings}`,
  )
  for (const { id } of found) findings.push(finding('entry-inserted', { entry: id }))
}

async function checkUnsealed(db: Db, keys: Keys, findings: Finding[]): Promise<Verification['unsealed']> {
  let [after, count] = [0, 0]
  let oldestAt: string | null = null
  for (;;) {
    const page = await rows(
      db,
      sql<
        Partial<EntryRow> & { queued: number }
      >`SELECT q.entry_id AS queued, ${columns} FROM platform.audit_unsealed q
        LEFT JOIN platform.audit_entry e ON e.id = q.entry_id WHERE q.entry_id > ${after} ORDER BY q.entry_id LIMIT ${entriesAtOnce}`,
    )
    for (const { queued, ...row } of page) {
      if (!row.mac) findings.push(finding('entry-removed', { entry: queued }))
      else if (!isGenuine(keys, row as EntryRow)) findings.push(finding('entry-changed', { entry: queued }))
      oldestAt ??= row.at ?? null
      after = queued
    }
    count += page.length
    if (page.length < entriesAtOnce) return { count, oldestAt }
  }
}

async function checkOutside(
  db: Db,
  findings: Finding[],
  seals: number,
  outside: OutsideSeal | undefined,
  disputed: string[],
) {
  if (!outside && seals > 0) findings.push(finding('outside-missing'))
  const kept = [outside, ...disputed.map(readSealFile)].filter((seal) => seal !== undefined)
  for (const seal of kept) {
    if (
      !(await holds(db, seal)) &&
      !findings.some((f) => f.seal === seal.number && f.kind.startsWith('seal-'))
    )
      findings.push(finding('rolled-back', { seal: seal.number }))
  }
}
