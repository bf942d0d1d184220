import { sql } from 'kysely'
import type { LimitClass } from '../../../../contracts/petitions/words.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'

/** What a category says of the claims under it. */
export interface KnownCategory {
  code: string
  limitClass: LimitClass
  ofProperty: boolean
  ofSanitation: boolean
  aboutFirm: boolean
}

/** One that is in use. */
export const categoryByCode = (db: Db, code: string): Promise<KnownCategory | undefined> =>
  maybe(
    db,
    sql<KnownCategory>`SELECT code, limit_class AS "limitClass", of_property AS "ofProperty", of_sanitation AS "ofSanitation",
        about_firm AS "aboutFirm" FROM petitions.category WHERE code = ${code} AND active`,
  )

/** Put where it belongs, before it is anybody's. */
export async function changeCategory(db: Db, claimId: string, it: KnownCategory): Promise<void> {
  await sql`UPDATE petitions.claim SET category = ${it.code}, of_property = ${it.ofProperty}, of_sanitation = ${it.ofSanitation},
      about_firm = ${it.aboutFirm} WHERE id = ${claimId}`.execute(db)
}
