import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { PostRole, partyStatus } from '../../../../contracts/organisations/words.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'

/** What can change in a post; its last day as the first day on which it is no longer held. */
export interface PostFields {
  to: string | null
  partyStatus: z.infer<typeof partyStatus> | null
  attestedBy: string | null
  attestedOn: string | null
}

export interface Post extends PostFields {
  id: string
  personId: string
  bodyId: string
  compoundId: string | null
  role: PostRole
  from: string
}

export type NewPost = Omit<Post, 'id'> & { placeId: string }

export const postKey = (post: Pick<Post, 'personId' | 'bodyId' | 'compoundId' | 'role' | 'from'>) =>
  [post.personId, post.bodyId, post.compoundId ?? '', post.role, post.from].join(' ')

/** All posts of some persons in some bodies. */
export const postsOf = (db: Db, persons: string[], bodies: string[]) =>
  rows(
    db,
    sql<Post>`SELECT id, person_id AS "personId", body_id AS "bodyId", compound_id AS "compoundId", role,
        valid_from AS "from", valid_to AS "to", party_status AS "partyStatus", attested_by AS "attestedBy",
        attested_on AS "attestedOn"
      FROM organisations.post
      WHERE person_id = ANY(${[...new Set(persons)]}::uuid[]) AND body_id = ANY(${[...new Set(bodies)]}::uuid[])`,
  )

export async function insertPosts(db: Db, fresh: NewPost[]): Promise<string[]> {
  const made = fresh.map((post) => ({ ...post, id: uuid() }))
  await sql`INSERT INTO organisations.post (id, person_id, body_id, compound_id, role, place_id, valid_from, valid_to,
      party_status, attested_by, attested_on)
    SELECT id, "personId", "bodyId", "compoundId", role, "placeId", "from", "to", "partyStatus", "attestedBy", "attestedOn"
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS f (id uuid, "personId" uuid, "bodyId" uuid,
      "compoundId" uuid, role text, "placeId" uuid, "from" date, "to" date, "partyStatus" text, "attestedBy" text,
      "attestedOn" date)`.execute(db)
  return made.map((post) => post.id)
}

export async function updatePosts(db: Db, changes: ({ id: string } & PostFields)[]): Promise<void> {
  await sql`UPDATE organisations.post p SET valid_to = f."to", party_status = f."partyStatus",
      attested_by = f."attestedBy", attested_on = f."attestedOn", version = p.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS f (id uuid, "to" date, "partyStatus" text,
      "attestedBy" text, "attestedOn" date)
    WHERE p.id = f.id`.execute(db)
}

/** One post with its version, for ending and attesting. */
export const postById = (db: Db, id: string) =>
  one(
    db,
    sql<
      Post & { version: number }
    >`SELECT id, person_id AS "personId", body_id AS "bodyId", compound_id AS "compoundId", role,
        valid_from AS "from", valid_to AS "to", party_status AS "partyStatus", attested_by AS "attestedBy",
        attested_on AS "attestedOn", version
      FROM organisations.post WHERE id = ${id}::uuid`,
  )
