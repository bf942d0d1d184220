import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fileOwnClaim } from '../../contracts/petitions/public.ts'
import { residentCookie } from '../../server/access/door.ts'
import { keyFileIn, openKeys } from '../../server/platform/keys/keys.ts'
import type { City } from './city.ts'

/** Somebody without an account, in whose browser a telephone has been proved. */
export interface Resident {
  token: string
  mark: string
}

/** Residents with telephones of their own. @param from first of the numbers */
export async function residents(city: City, from: number, count: number): Promise<Resident[]> {
  const keys = openKeys(keyFileIn(city.folder))
  const made = Array.from({ length: count }, (_, n) => {
    const phone = `199${String(from + n).padStart(8, '0')}`
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    return { token, hash, sealed: keys.seal(phone), mark: keys.fingerprint(phone) }
  })
  await city.sql(
    `INSERT INTO residents.session (token_hash, phone, phone_mark, created_at, last_seen_at)
      SELECT decode(hash, 'hex'), sealed, mark, now(), now() FROM jsonb_to_recordset($1::jsonb) AS f (hash text, sealed text, mark text)`,
    [JSON.stringify(made)],
  )
  return made.map(({ token, mark }) => ({ token, mark }))
}

export interface FilingBody {
  key: string
  category: string
  placeId: string
  content: string
}

/** Sends until there is an answer other than “busy”, always with the same key, as the page does after a lost answer. */
export async function fileInsisting(
  city: City,
  resident: Resident,
  body: FilingBody,
): Promise<{ status: number; text: string }> {
  const giveUp = Date.now() + 60_000
  for (;;) {
    try {
      const answer = await fetch(city.server.address + fileOwnClaim.path, {
        method: fileOwnClaim.method,
        headers: {
          'x-gongzhi': '1',
          'content-type': 'application/json',
          cookie: `${residentCookie}=${resident.token}`,
          // As the proxy on this machine tells it: not everybody sits behind one address.
          'x-forwarded-for': `10.${resident.mark.charCodeAt(0)}.${resident.mark.charCodeAt(1)}.${resident.mark.charCodeAt(2)}`,
        },
        body: JSON.stringify(body),
      })
      const text = await answer.text()
      if (answer.status !== 503 && answer.status !== 429) return { status: answer.status, text }
    } catch (fault) {
      if (Date.now() > giveUp) throw fault
    }
    await pause(50)
  }
}
