import { sql } from 'kysely'
import { type Db, one } from '../../../platform/database/database.ts'

export const placeCode = async (db: Db, placeId: string): Promise<string> =>
  (await one(db, sql<{ code: string }>`SELECT code FROM organisations.published_place WHERE id = ${placeId}`))
    .code
