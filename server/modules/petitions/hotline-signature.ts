import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../access/context.ts'
import type { RawExchange } from '../../access/route.ts'
import { clientByKey, type KnownClient } from './storage/clients.ts'
import { refuse } from './system-problems.ts'

const toleranceMinutes = 5
const prefix = 'whsec_'

/**
 * Who signed: Standard Webhooks 1.0, HMAC-SHA256 over `id.timestamp.body` as it was sent. Of a GET the body is its path.
 * @throws 403 for an unknown key, 401 for a wrong signature or a time that is off
 */
export async function signedBy(ctx: Context, raw: RawExchange): Promise<KnownClient> {
  const key = raw.header('x-gongzhi-key')
  if (!key) throw refuse('key-missing')
  const client = await clientByKey(ctx, 'hotline', key)
  if (!client) throw refuse('key-unknown')
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => raw.header(name) ?? '',
  ) as [string, string, string]
  const off = Math.abs(ctx.clock.now().getTime() / 1000 - Number(timestamp))
  const body = raw.sentText() || raw.asked().pathname
  const secret = Buffer.from(ctx.keys.open(client.secret).slice(prefix.length), 'base64')
  const right = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest()
  const isRight = signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
    return given.length === right.length && timingSafeEqual(given, right)
  })
  if (id === '' || !isRight || !(off <= toleranceMinutes * 60))
    throw refuse('signature-wrong', { minutes: toleranceMinutes })
  return client
}
