import { createHash } from 'node:crypto'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { readOrder, repeat } from './load.ts'
import { variantOf } from './scenario.ts'

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
  const variant = variantOf(scenario, client, n)
  const id = uuid()
  for (const { name, text, values } of prepared)
    await clients[client]?.query({ name, text, values: values.map((value) => varied(value, variant, id)) })
})
for (const client of clients) await client.end()
process.stdout.write(JSON.stringify(answer))

/** Records carry an id of their own, which the server makes anew each time. */
function varied(value: unknown, variant: string, id: string): unknown {
  if (typeof value !== 'string') return value
  return value.replaceAll(scenario.sample, variant).replace(/"id":"[0-9a-f-]{36}"/, `"id":"${id}"`)
}
