import { type RawBuilder, sql } from 'kysely'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** What tells somebody why a claim is not his to move. */
export interface HandOf {
  isSealed: boolean
  hadAHand: boolean
  handlerName: string | null
}

/** @param visible the rows that the asker may see, over the alias `r` */
export const handOf = (
  db: Db,
  claimId: string,
  actorId: string | null,
  visible: RawBuilder<boolean>,
): Promise<HandOf | undefined> =>
  maybe(
    db,
    sql<HandOf>`SELECT r.identity_sealed AS "isSealed", coalesce(body.name, office.name) AS "handlerName",
        EXISTS (SELECT FROM petitions.claim_event e WHERE e.claim_id = r.id AND e.by = ${actorId}::uuid
          AND e.kind IN ('signed', 'handling', 'answered', 'taken-over')) AS "hadAHand"
      FROM petitions.claim r LEFT JOIN organisations.published_body body ON body.id = r.handler_body_id
      LEFT JOIN organisations.published_place office ON office.id = r.handler_place_id
      WHERE r.id = ${claimId} AND ${visible}`,
  )
