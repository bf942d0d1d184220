import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { breaches } from '../../../access/action.ts'
import { type Db, maybe } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** A sign-in that has gone to the identity provider. */
export interface IdentityRequest {
  state: string
  /** A secret that only the browser that began it holds. */
  browser: string
  /** What must be the same on return, sealed. */
  sealed: string
  back: string
}

export async function keepRequest(
  db: Db,
  { state, browser, sealed, back }: IdentityRequest,
  now: string,
): Promise<void> {
  await sql`INSERT INTO accounts.identity_request (state_hash, browser_hash, sealed, back, made_at)
    VALUES (${hashOf(state)}, ${hashOf(browser)}, ${sealed}, ${back}, ${now})`.execute(db)
}

/** Takes it out: nobody comes back twice. Older ones than `since` are forgotten. */
export async function takeRequest(
  db: Db,
  { state, browser }: Pick<IdentityRequest, 'state' | 'browser'>,
  since: string,
): Promise<Pick<IdentityRequest, 'sealed' | 'back'> | undefined> {
  await sql`DELETE FROM accounts.identity_request WHERE made_at < ${since}`.execute(db)
  return await maybe(
    db,
    sql<Pick<IdentityRequest, 'sealed' | 'back'>>`DELETE FROM accounts.identity_request
      WHERE state_hash = ${hashOf(state)} AND browser_hash = ${hashOf(browser)} RETURNING sealed, back`,
  )
}

/** The account that an identity is bound to, whether open or closed. */
export const accountOfIdentity = (db: Db, issuer: string, subject: string) =>
  maybe(
    db,
    sql<{ id: string; closed: boolean }>`SELECT id, closed_at IS NOT NULL AS closed FROM accounts.account
      WHERE oidc_issuer = ${issuer} AND oidc_subject = ${subject}`,
  )

/** @param identity null takes the binding away @throws when another account has it */
export async function bindTo(
  db: Db,
  accountId: string,
  identity: { issuer: string; subject: string } | null,
): Promise<void> {
  try {
    await sql`UPDATE accounts.account SET oidc_issuer = ${identity?.issuer ?? null}, oidc_subject = ${identity?.subject ?? null}
      WHERE id = ${accountId}`.execute(db)
  } catch (fault) {
    if (breaches(fault, 'identity_is_taken')) throw refuse('identity-taken', {}, { field: 'subject' })
    throw fault
  }
}
