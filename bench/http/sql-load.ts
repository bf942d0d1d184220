import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { sendTogether } from '../../server/platform/database/together.ts'
import { nameOf } from '../../server/platform/database/turns.ts'
import { readOrder, repeat } from './load.ts'
import { varied } from './scenario.ts'

// The same statements in the same turns as the server sends them, straight to PostgreSQL, prepared, by as many clients.
const order = await readOrder()
const { scenario, sql } = order
if (!sql) throw new Error('an SQL load needs a connection string')
const clients = await Promise.all(
  Array.from({ length: order.clients }, async () => {
    const client = new pg.Client({ connectionString: sql.url })
    await client.connect()
    return client
  }),
)
const turns = scenario.turns.map((turn) =>
  turn.map(({ text, values }) => ({ name: nameOf(text), text, values })),
)

const answer = await repeat(order, async (client, n) => {
  const ids = scenario.fresh.map((sample) => [sample, uuid()] as const)
  const fresh = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(textFor)
    return textFor(value)
  }
  const textFor = (value: unknown) => {
    if (typeof value !== 'string') return value
    const text = varied(value, scenario.parts, client, n)
    return ids.reduce((done, [sample, id]) => done.replaceAll(sample, id), text)
  }
  for (const turn of turns) {
    const statements = turn.map((one) => ({ ...one, values: one.values.map(fresh) }))
    const last = statements.pop()
    if (last) await sendTogether(clients[client] as pg.Client, statements, last)
  }
})
for (const client of clients) await client.end()
process.stdout.write(JSON.stringify(answer))
