import { createHmac } from 'node:crypto'
import type { Texter } from './texter.ts'

export interface TextGateway {
  /** Where messages are posted. */
  url: string
  /** Shared with the gateway. */
  secret: string
}

const patienceMs = 10_000

/**
 * Short messages by an HTTP gateway: `{id, phone, text}` as JSON, signed as `HMAC-SHA256(secret, "<id>.<seconds>.<body>")`
 * in hexadecimal. The gateway answers 2xx once it has taken the message, and takes an id that it knows as done.
 */
export function httpTexter({ url, secret }: TextGateway): Texter {
  return {
    async send({ id, phone, text }) {
      const body = JSON.stringify({ id, phone, text })
      const seconds = Math.floor(Date.now() / 1000)
      const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('hex')
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-gongzhi-id': id,
          'x-gongzhi-timestamp': String(seconds),
          'x-gongzhi-signature': signature,
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
    },
  }
}
