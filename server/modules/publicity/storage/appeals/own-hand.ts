import { type RawBuilder, sql } from 'kysely'
import { type Db, maybe } from '../../../../platform/database/database.ts'

interface Asked {
  id: string
  accountId: string | null
  /** Over the alias `r`: whether the record is in sight. */
  inSight: RawBuilder<boolean>
}

/** The appeal's number, where the account had a hand in what it is about. */
export const ownHandInAppeal = (db: Db, { id, accountId, inSight }: Asked) =>
  maybe(
    db,
    sql<{ number: string }>`SELECT r.number FROM publicity.appeal r WHERE r.id = ${id}::uuid AND ${inSight}
      AND EXISTS (SELECT FROM publicity.involved i WHERE i.appeal_id = r.id AND i.account_id = ${accountId}::uuid)`,
  )

/** The correction's number, where the account gave a grade or a fact that it is about. */
export const ownHandInCorrection = (db: Db, { id, accountId, inSight }: Asked) =>
  maybe(
    db,
    sql<{
      number: string
    }>`SELECT r.number FROM publicity.correction r WHERE r.id = ${id}::uuid AND ${inSight}
      AND EXISTS (SELECT FROM publicity.correction_hand i WHERE i.correction_id = r.id AND i.account_id = ${accountId}::uuid)`,
  )
