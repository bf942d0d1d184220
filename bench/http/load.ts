import type { Scenario } from './scenario.ts'

/** What a load process is told on its standard input, and what it answers on its output. */
export interface LoadOrder {
  scenario: Scenario
  clients: number
  seconds: number
  /** Never more repetitions than this, whatever the time. */
  most: number
  /** For HTTP: the server's port on 127.0.0.1 and sessions, at least one for each client. */
  http?: { port: number; tokens: string[]; cookie: string; ownAddresses: boolean }
  /** For SQL: a connection string. */
  sql?: { url: string }
}

export interface LoadAnswer {
  perSecond: number
  count: number
  /** All of them, those of the warming up included. */
  sent: number
}

/** Repeats a work with so many clients until time or count is up; the first quarter second warms up and is not counted. */
export async function repeat(
  { clients, seconds, most }: Pick<LoadOrder, 'clients' | 'seconds' | 'most'>,
  work: (client: number, n: number) => Promise<void>,
): Promise<LoadAnswer> {
  const warmUntil = performance.now() + 250
  let from = 0
  let count = 0
  let sent = 0
  const until = warmUntil + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; performance.now() < until && count < most; n++) {
        await work(client, n)
        sent++
        if (performance.now() < warmUntil) continue
        from ||= performance.now()
        count++
      }
    }),
  )
  return { perSecond: (count * 1000) / (performance.now() - from), count, sent }
}

export async function readOrder(): Promise<LoadOrder> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return JSON.parse(text, revived) as LoadOrder
}

/** Hashes and codes travel as JSON's idea of a buffer, and must reach PostgreSQL as bytes again. */
function revived(_key: string, value: unknown): unknown {
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown }
  return type === 'Buffer' && Array.isArray(data) ? Buffer.from(data as number[]) : value
}
