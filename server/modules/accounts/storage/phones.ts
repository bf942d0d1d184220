import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { Keys } from '../../../platform/keys/keys.ts'
import { maskMobile } from '../../../values/phone.ts'

/**
 * Keeps the number sealed, masked and as the same keyed print that persons on record have.
 * @param digits 11 digits, or null to forget it
 * @returns the mask
 */
export async function keepPhone(
  db: Db,
  keys: Keys,
  accountId: string,
  digits: string | null,
): Promise<string | null> {
  const kept =
    digits === null
      ? { sealed: null, print: null, mask: null }
      : { sealed: keys.seal(digits), print: keys.fingerprint(digits), mask: maskMobile(digits) }
  await sql`UPDATE accounts.account SET phone_sealed = ${kept.sealed}, phone_print = ${kept.print}, phone_mask = ${kept.mask}
    WHERE id = ${accountId}`.execute(db)
  return kept.mask
}
