import { sql } from 'kysely'
import { type Db, maybe } from '../database/database.ts'
import { StartFault } from '../start-fault.ts'
import type { Keys } from './keys.ts'

/** What a key file answers to a fixed question: equal for the same file, and tells nothing of the keys. */
export const proofOf = (keys: Keys) => keys.mac('gongzhi key proof')

/**
 * A lost key file would silently be made anew, and everything sealed with the old one be unreadable.
 * @throws StartFault when the database was written with another key file
 */
export async function proveKeys(db: Db, keys: Keys, path: string): Promise<void> {
  const proof = proofOf(keys)
  await sql`INSERT INTO platform.key_proof (proof) SELECT ${proof}::bytea WHERE NOT EXISTS (SELECT FROM platform.key_proof)`.execute(
    db,
  )
  const known = await maybe(db, sql`SELECT FROM platform.key_proof WHERE proof = ${proof}`)
  if (known) return
  throw new StartFault(
    `密钥文件 ${path} 不是写入这个数据库的那一个（可能丢失后被新建）。请把原来的 keys.json 放回原处再启动；没有它，加密的个人信息读不出来。`,
    `The key file ${path} is not the one this database was written with (perhaps it was lost and made anew): put the original keys.json back.`,
  )
}
