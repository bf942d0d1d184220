import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import { insertBodies } from './bodies.ts'
import { spelling } from './spelling.ts'

export type CommitteeKind = 'owners-committee' | 'property-management-committee'

/** 业主委员会 or 物业管理委员会; one row for each election. */
export interface Committee {
  id: string
  compoundId: string
  kind: CommitteeKind
  name: string
  seats: number
  electedOn: string
  filedOn: string | null
  renewal: boolean
  termEndsOn: string | null
  /** The first day on which it no longer sits. */
  endedOn: string | null
}

/** All committees, past ones too, of some compounds, by election. */
export const committeesOf = (db: Db, compounds: string[]) =>
  rows(
    db,
    sql<Committee>`SELECT b.id, c.compound_id AS "compoundId", b.kind, b.name, c.seats, c.elected_on AS "electedOn",
        c.filed_on AS "filedOn", c.renewal, c.term_ends_on AS "termEndsOn", b.valid_to AS "endedOn"
      FROM organisations.committee c JOIN organisations.body b ON b.id = c.body_id
      WHERE c.compound_id = ANY(${[...new Set(compounds)]}::uuid[]) ORDER BY c.compound_id, c.elected_on`,
  )

type NewCommittee = Omit<Committee, 'id' | 'endedOn'>

export async function insertCommittees(db: Db, fresh: NewCommittee[]): Promise<string[]> {
  const ids = await insertBodies(
    db,
    fresh.map((c) => ({
      kind: c.kind,
      name: c.name,
      uscc: null,
      placeId: c.compoundId,
      validFrom: c.electedOn,
    })),
  )
  const json = JSON.stringify(fresh.map((committee, i) => ({ ...committee, id: ids[i] })))
  await sql`INSERT INTO organisations.committee (body_id, compound_id, seats, elected_on, filed_on, renewal, term_ends_on)
    SELECT id, "compoundId", seats, "electedOn", "filedOn", renewal, "termEndsOn"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, "compoundId" uuid, seats smallint, "electedOn" date,
      "filedOn" date, renewal boolean, "termEndsOn" date)`.execute(db)
  return ids
}

export type CommitteeFields = Pick<
  Committee,
  'kind' | 'name' | 'seats' | 'filedOn' | 'renewal' | 'termEndsOn'
>

export async function updateCommittees(db: Db, changes: ({ id: string } & CommitteeFields)[]): Promise<void> {
  const json = JSON.stringify(changes.map((change) => ({ ...change, ...spelling(change.name) })))
  await sql`UPDATE organisations.committee c SET seats = f.seats, filed_on = f."filedOn", renewal = f.renewal,
      term_ends_on = f."termEndsOn"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, seats smallint, "filedOn" date, renewal boolean, "termEndsOn" date)
    WHERE c.body_id = f.id`.execute(db)
  await sql`UPDATE organisations.body b SET name = f.name, kind = f.kind, pinyin = f.pinyin, initials = f.initials,
      version = b.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, name text, kind text, pinyin text, initials text)
    WHERE b.id = f.id`.execute(db)
}

/** A committee sits until the next election of its compound. */
export async function endSucceeded(db: Db, compounds: string[]): Promise<void> {
  await sql`UPDATE organisations.body b SET valid_to = n.next, version = b.version + 1
    FROM (SELECT body_id, lead(elected_on) OVER (PARTITION BY compound_id ORDER BY elected_on) AS next
      FROM organisations.committee WHERE compound_id = ANY(${[...new Set(compounds)]}::uuid[])) n
    WHERE b.id = n.body_id AND n.next IS NOT NULL AND (b.valid_to IS NULL OR b.valid_to > n.next)`.execute(db)
}
