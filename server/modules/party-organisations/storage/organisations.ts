import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { OrganisationForm } from '../../../../contracts/party-organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import { spelling } from '../../organisations/index.ts'

export interface OrganisationFields {
  form: OrganisationForm
  hostId: string | null
  projectId: string | null
  formalMembers: number
  foundedOn: string
  endedOn: string | null
}

export interface PartyOrganisation extends OrganisationFields {
  id: string
  name: string
  placeId: string
}

export const organisationKey = (one: Pick<PartyOrganisation, 'placeId' | 'name'>) =>
  `${one.placeId} ${one.name}`

/** The Party organisations of some places, by place and name. */
export async function organisationsOf(db: Db, places: string[]): Promise<Map<string, PartyOrganisation>> {
  const found = await rows(
    db,
    sql<PartyOrganisation>`SELECT id, name, form, place_id AS "placeId", host_id AS "hostId", project_id AS "projectId",
        formal_members AS "formalMembers", founded_on AS "foundedOn", ended_on AS "endedOn"
      FROM party_organisations.organisation WHERE place_id = ANY(${[...new Set(places)]}::uuid[])`,
  )
  return new Map(found.map((one) => [organisationKey(one), one]))
}

export async function insertOrganisations(db: Db, fresh: Omit<PartyOrganisation, 'id'>[]): Promise<string[]> {
  const made = fresh.map((one) => ({ id: uuid(), ...one, ...spelling(one.name) }))
  await sql`INSERT INTO party_organisations.organisation (id, name, form, place_id, host_id, project_id, formal_members,
      founded_on, ended_on, pinyin, initials)
    SELECT id, name, form, "placeId", "hostId", "projectId", "formalMembers", "foundedOn", "endedOn", pinyin, initials
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, name text, form text, "placeId" uuid,
      "hostId" uuid, "projectId" uuid, "formalMembers" integer, "foundedOn" date, "endedOn" date, pinyin text,
      initials text)`.execute(db)
  return made.map((one) => one.id)
}

export async function updateOrganisations(
  db: Db,
  changes: ({ id: string } & OrganisationFields)[],
): Promise<void> {
  await sql`UPDATE party_organisations.organisation o SET form = f.form, host_id = f."hostId", project_id = f."projectId",
      formal_members = f."formalMembers", founded_on = f."foundedOn", ended_on = f."endedOn", version = o.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS f (id uuid, form text, "hostId" uuid, "projectId" uuid,
      "formalMembers" integer, "foundedOn" date, "endedOn" date)
    WHERE o.id = f.id`.execute(db)
}

/** An organisation covers its own host, or its project, for as long as it is. Set-based. */
export async function coverHosts(db: Db, organisations: string[]): Promise<void> {
  const hosts = sql`SELECT o.id, o.form, CASE WHEN o.project_id IS NULL THEN o.host_id END AS body_id, o.project_id,
      coalesce(o.project_id, b.place_id) AS place_id, o.founded_on, o.ended_on
    FROM party_organisations.organisation o LEFT JOIN organisations.published_body b ON b.id = o.host_id
    WHERE o.id = ANY(${organisations}::uuid[])`
  await sql`UPDATE party_organisations.coverage c SET how = h.form, body_id = h.body_id, compound_id = h.project_id,
      place_id = h.place_id, valid_from = h.founded_on, valid_to = h.ended_on, version = c.version + 1
    FROM (${hosts}) h WHERE c.organisation_id = h.id AND c.of_host
      AND (c.how, c.body_id, c.compound_id, c.valid_from, c.valid_to)
        IS DISTINCT FROM (h.form, h.body_id, h.project_id, h.founded_on, h.ended_on)`.execute(db)
  await sql`INSERT INTO party_organisations.coverage (id, how, body_id, compound_id, place_id, organisation_id, of_host, valid_from, valid_to)
    SELECT m.id, h.form, h.body_id, h.project_id, h.place_id, h.id, true, h.founded_on, h.ended_on
    FROM (${hosts}) h
    JOIN unnest(${organisations}::uuid[], ${organisations.map(() => uuid())}::uuid[]) AS m (organisation_id, id) ON m.organisation_id = h.id
    WHERE NOT EXISTS (SELECT 1 FROM party_organisations.coverage c WHERE c.organisation_id = h.id AND c.of_host)
    ON CONFLICT DO NOTHING`.execute(db)
}

/** One organisation with its version. */
export const organisationById = (db: Db, id: string) =>
  one(
    db,
    sql<
      PartyOrganisation & { version: number }
    >`SELECT id, name, form, place_id AS "placeId", host_id AS "hostId",
        project_id AS "projectId", formal_members AS "formalMembers", founded_on AS "foundedOn", ended_on AS "endedOn", version
      FROM party_organisations.organisation WHERE id = ${id}::uuid`,
  )
