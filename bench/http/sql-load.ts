import { createHash } from 'node:crypto'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { readOrder, repeat } from './load.ts'
import { varied } from './scenario.ts'

// The same statements as the server sends for a request, straight to PostgreSQL, prepared, by as many clients.
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
const prepared = scenario.statements.map(({ text, values }) => ({
  name: createHash('sha1').update(text).digest('base64url').slice(0, 20),
  text,
  values,
}))

const answer = await repeat(order, async (client, n) => {
  const id = uuid()
  const fresh = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(textFor)
    return textFor(value)
  }
  // Records carry an id of their own, which the server makes anew each time.
  const textFor = (value: unknown) =>
    typeof value === 'string'
      ? varied(value, scenario.parts, client, n).replace(/"id":"[0-9a-f-]{36}"/, `"id":"${id}"`)
      : value
  for (const { name, text, values } of prepared)
    await clients[client]?.query({ name, text, values: values.map(fresh) })
})
for (const client of clients) await client.end()
process.stdout.write(JSON.stringify(answer))
