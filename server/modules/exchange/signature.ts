import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A fresh key in the form that Standard Webhooks' libraries take. */
export const newSecret = () => `${prefix}${randomBytes(32).toString('base64')}`

const hmac = (secret: string, text: string) =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(text)
    .digest('base64')

export interface Signed {
  /** Stays the same at every attempt. */
  id: string
  body: string
  /** Since 1970. */
  seconds: number
  /** During a change of secrets both: the receiver takes either. */
  secrets: readonly string[]
}

/** The three headers of Standard Webhooks 1.0 (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`. */
export function signatureHeaders({ id, body, seconds, secrets }: Signed): Record<string, string> {
  const signatures = secrets.map((secret) => `v1,${hmac(secret, `${id}.${seconds}.${body}`)}`)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}
