import { sql } from 'kysely'
import { type Db, maybe, one, rows } from '../../../platform/database/database.ts'
import type { CalendarNotice } from '../../../rulebook/load.ts'
import type { Moved } from '../../deadline-source.ts'

/** A notice and where it is from; version 0 is the one that is shipped. */
export interface KnownNotice extends CalendarNotice {
  id: string | null
  version: number
  loadedAt: string | null
  loadedByName: string | null
  reason: string | null
}

const columns = sql`r.id, r.year, r.version, r.title, r.number, r.issuer, r.issued_on AS "issuedOn", r.holidays, r.reason,
  r.loaded_at AS "loadedAt", a.display_name AS "loadedByName"`
const source = sql`calendar.notice r LEFT JOIN accounts.published_account a ON a.id = r.loaded_by`

const shippedNotice = (notice: CalendarNotice): KnownNotice => ({
  ...notice,
  id: null,
  version: 0,
  loadedAt: null,
  loadedByName: null,
  reason: null,
})

/** Every notice, shipped and loaded: the latest year first, of a year the latest version first. */
export async function allNotices(db: Db, shipped: readonly CalendarNotice[]): Promise<KnownNotice[]> {
  const loaded = await rows(
    db,
    sql<KnownNotice>`SELECT ${columns} FROM ${source} ORDER BY r.year DESC, r.version DESC`,
  )
  return [...loaded, ...shipped.map(shippedNotice)].sort((a, b) => b.year - a.year || b.version - a.version)
}

/** Of each year the notice that stands, from the earliest year on. */
export async function standingNotices(
  db: Db,
  shipped: readonly CalendarNotice[],
): Promise<Map<number, KnownNotice>> {
  const latest = await rows(
    db,
    sql<KnownNotice>`SELECT DISTINCT ON (r.year) ${columns} FROM ${source} ORDER BY r.year, r.version DESC`,
  )
  const standing = new Map(shipped.map((notice) => [notice.year, shippedNotice(notice)]))
  for (const notice of latest) standing.set(notice.year, notice)
  return new Map([...standing].sort(([a], [b]) => a - b))
}

/** One load at a time: until the transaction ends nobody else loads, so that deadlines are counted by what stands. */
export async function lockNotices(db: Db): Promise<void> {
  await sql`LOCK TABLE calendar.notice IN SHARE ROW EXCLUSIVE MODE`.execute(db)
}

export interface FreshNotice extends CalendarNotice {
  id: string
  version: number
  original: string | null
  reason: string | null
  movedCount: number
  moved: readonly Omit<Moved, 'tell'>[]
}

/** Adds a version. @param at ISO instant */
export async function insertNotice(db: Db, fresh: FreshNotice, by: string | null, at: string): Promise<void> {
  const { id, year, version, title, number, issuer, issuedOn, original, reason, movedCount } = fresh
  await sql`INSERT INTO calendar.notice (id, year, version, title, number, issuer, issued_on, holidays, original, reason,
        moved_count, moved, loaded_at, loaded_by)
      VALUES (${id}, ${year}, ${version}, ${title}, ${number}, ${issuer}, ${issuedOn}, ${JSON.stringify(fresh.holidays)}::jsonb,
        ${original}, ${reason}, ${movedCount}, ${JSON.stringify(fresh.moved)}::jsonb, ${at}, ${by})`.execute(
    db,
  )
}

export type LoadedNotice = KnownNotice & { movedCount: number; moved: Omit<Moved, 'tell'>[] }

/** A loaded version with what moved; undefined where there is none. */
export const findNotice = (db: Db, id: string): Promise<LoadedNotice | undefined> =>
  maybe(
    db,
    sql<LoadedNotice>`SELECT ${columns}, r.moved_count AS "movedCount", r.moved FROM ${source} WHERE r.id = ${id}`,
  )

/** How often a year's notice was loaded here. */
export const versionOf = async (db: Db, year: number): Promise<number> =>
  (
    await one(
      db,
      sql<{
        version: number
      }>`SELECT coalesce(max(version), 0)::integer AS version FROM calendar.notice WHERE year = ${year}`,
    )
  ).version
