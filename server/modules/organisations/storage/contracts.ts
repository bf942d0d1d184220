import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Db, one, rows } from '../../../platform/database/database.ts'

/** 物业服务合同, [from, to). */
export interface Contract {
  id: string
  providerId: string
  providerName: string
  compoundId: string
  number: string
  from: string
  to: string | null
}

/** Locks compounds so that two people cannot give one compound two providers, or two committees, at once. */
export const lockCompounds = (db: Db, ids: string[]) =>
  sql`SELECT 1 FROM organisations.compound WHERE place_id = ANY(${[...new Set(ids)]}::uuid[])
    ORDER BY place_id FOR NO KEY UPDATE`.execute(db)

/** All contracts, past ones too, of some compounds. */
export const contractsOf = (db: Db, compounds: string[]) =>
  rows(
    db,
    sql<Contract>`SELECT s.id, s.provider_id AS "providerId", b.name AS "providerName", s.compound_id AS "compoundId",
        s.number, s.valid_from AS "from", s.valid_to AS "to"
      FROM organisations.service_contract s JOIN organisations.body b ON b.id = s.provider_id
      WHERE s.compound_id = ANY(${[...new Set(compounds)]}::uuid[])`,
  )

export async function insertContracts(
  db: Db,
  fresh: Omit<Contract, 'id' | 'providerName'>[],
): Promise<string[]> {
  const made = fresh.map((contract) => ({ ...contract, id: uuid() }))
  await sql`INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from, valid_to)
    SELECT id, "providerId", "compoundId", number, "from", "to"
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, "providerId" uuid, "compoundId" uuid,
      number text, "from" date, "to" date)`.execute(db)
  return made.map((contract) => contract.id)
}

export async function updateContracts(
  db: Db,
  changes: { id: string; number: string; to: string | null }[],
): Promise<void> {
  await sql`UPDATE organisations.service_contract s SET number = f.number, valid_to = f."to", version = s.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS f (id uuid, number text, "to" date)
    WHERE s.id = f.id`.execute(db)
}

/** One contract with its version, for ending. */
export const contractById = (db: Db, id: string) =>
  one(
    db,
    sql<
      Omit<Contract, 'providerName'> & { version: number }
    >`SELECT id, provider_id AS "providerId", compound_id AS "compoundId",
      number, valid_from AS "from", valid_to AS "to", version FROM organisations.service_contract WHERE id = ${id}::uuid`,
  )
