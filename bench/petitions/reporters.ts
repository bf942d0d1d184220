import { createHash, randomBytes } from 'node:crypto'
import type { ScratchCity } from '../scratch-city.ts'

/** Residents who have proved a telephone: tokens of their browsers, and fingerprints of their numbers. */
export interface Reporters {
  tokens: string[]
  marks: string[]
}

/** As many browsers as claims are filed in a round: the bound of each phone stays on and is not reached. */
export async function proveReporters({ app, admin }: ScratchCity, count: number): Promise<Reporters> {
  const { keys } = app.context
  const made = Array.from({ length: count }, (_, n) => {
    const phone = `199${String(n).padStart(8, '0')}`
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    return { token, hash, phone: keys.seal(phone), mark: keys.fingerprint(phone) }
  })
  await admin.query(
    `INSERT INTO residents.session (token_hash, phone, phone_mark, created_at, last_seen_at)
      SELECT decode(hash, 'hex'), phone, mark, now(), now()
      FROM jsonb_to_recordset($1::jsonb) AS f (hash text, phone text, mark text)`,
    [JSON.stringify(made.map(({ token: _, ...row }) => row))],
  )
  await admin.query('VACUUM (ANALYZE) residents.session')
  return { tokens: made.map(({ token }) => token), marks: made.map(({ mark }) => mark) }
}
