import { type RawBuilder, sql } from 'kysely'
import type { PublicState } from '../../../../contracts/petitions/public-words.ts'

/**
 * Where the claim `c` stands for everybody's eyes: solved only where an answer says so and its reporter too; what was
 * merely closed has ended.
 */
export const publicState: RawBuilder<PublicState> = sql<PublicState>`CASE
  WHEN c.state IN ('filed', 'accepted') THEN 'waiting' WHEN c.state = 'dispatched' THEN 'given-out'
  WHEN c.state IN ('signed', 'handling') THEN 'in-hand' WHEN c.state IN ('answered', 'reviewed', 'visited') THEN 'answered'
  WHEN c.state = 'declined' THEN 'declined' WHEN c.state = 'withdrawn' THEN 'withdrawn' WHEN c.state = 'merged' THEN 'joined'
  WHEN c.outcome = 'solved' AND c.rated_solved THEN 'solved' WHEN c.rated_solved IS FALSE OR c.outcome = 'not-solvable' THEN 'not-solved'
  WHEN c.outcome = 'partly' THEN 'partly' ELSE 'ended' END`

/** Category, place, day and state of `c` with its category `k` and place `p`: what anybody may know. */
export const publicColumns: RawBuilder<unknown> = sql`c.number, k.name AS "categoryName", k.name_en AS "categoryNameEn",
  p.name AS "placeName", (c.opened_at AT TIME ZONE 'Asia/Shanghai')::date AS "openedOn", ${publicState} AS state`

export const publicJoins: RawBuilder<unknown> = sql`petitions.claim c JOIN petitions.category k ON k.code = c.category
  JOIN organisations.published_place p ON p.id = c.place_id`
