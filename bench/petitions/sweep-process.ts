import { createInterface } from 'node:readline'
import { openDatabase } from '../../server/platform/database/database.ts'
import { appOn } from './open-scratch.ts'

// One server's sweep, in a process of its own: it begins when a line arrives, so that two begin together.
const [, , url = '', folder = ''] = process.argv
const database = openDatabase(url)
const app = await appOn(folder, database)
process.stdout.write('ready\n')
for await (const _ of createInterface({ input: process.stdin })) {
  const swept = await app.petitions.sweep(app.context)
  process.stdout.write(`${JSON.stringify(swept)}\n`)
}
await app.http.close()
await database.close()
