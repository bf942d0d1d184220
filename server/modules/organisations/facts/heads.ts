import { sql } from 'kysely'
import type { FactSource, Over, Reading, RecordBehind } from '../../fact-source.ts'
import { inForce, yesNo } from './standing.ts'

/** The head of the compound's project at the period's end; of two the later appointed. */
const head = (over: Over) => sql`LATERAL (
  SELECT post.id, post.person_id, post.party_status FROM organisations.post post
  WHERE post.compound_id = s.place_id AND post.role = 'project-head' AND ${inForce('post', over)}
  ORDER BY post.valid_from DESC, post.id DESC LIMIT 1) head`

const headRecord = (over: Over, counted: ReturnType<typeof sql>) => sql<RecordBehind>`SELECT s.subject_id,
    'organisations.post' AS resource, head.id AS record_id, '项目负责人 ' || person.name_mask AS label, ${counted} AS counted
  FROM ${over.subjects} s JOIN ${head(over)} ON true JOIN organisations.person person ON person.id = head.person_id`

/** 1-13's gate: somebody holds the post at the period's end (6.1.6). */
export const projectHeadInPost: FactSource = {
  fact: 'project-head-in-post',
  subjects: ['compound'],
  readings: (over) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`head.id IS NOT NULL`)}
    FROM ${over.subjects} s LEFT JOIN ${head(over)} ON true`,
  records: (over) => headRecord(over, sql`true`),
}

/**
 * 1-01: the head is an attested Party member or activist (4.5.1). Without a head the answer is no; a head whose
 * status was not provided has no reading, for 未提供 is not 否.
 */
export const headPartyStanding: FactSource = {
  fact: 'head-party-standing',
  subjects: ['compound'],
  readings: (
    over,
  ) => sql<Reading>`SELECT s.subject_id, ${yesNo(sql`head.party_status IN ('member', 'activist')`)}
    FROM ${over.subjects} s LEFT JOIN ${head(over)} ON true WHERE head.id IS NULL OR head.party_status IS NOT NULL`,
  records: (over) => headRecord(over, sql`coalesce(head.party_status IN ('member', 'activist'), false)`),
}
