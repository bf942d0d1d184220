import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { scratchDatabase } from '../../testing/scratch.ts'
import { startDatabase } from '../start-database.ts'
import { clear, dataFolder } from './hold.ts'

const folder = dataFolder()

test('a data folder that cannot be written is named, with what to do', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  const start = startDatabase({ dataFolder: join(folder, 'a-file/data') })
  await expect(start).rejects.toThrow(/数据目录 .*a-file\/data 写不进去。请换一个可写的目录/)
})

test.skipIf(process.getuid?.() !== 0)(
  'a folder under root’s private home, where the database’s user cannot go, is named',
  async () => {
    const home = join(folder, 'private')
    mkdirSync(home)
    chmodSync(home, 0o700)
    await expect(startDatabase({ dataFolder: join(home, 'data') })).rejects.toThrow(
      /进不去数据目录 .*private\/data/,
    )
  },
)

test('a database made by another PostgreSQL is left alone, with what to do', async () => {
  const data = join(folder, 'old/postgres')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'PG_VERSION'), '16\n')
  await expect(startDatabase({ dataFolder: join(folder, 'old') })).rejects.toThrow(/是 PostgreSQL 16 的/)
})

test('a DATABASE_URL that does not answer is one sentence with the place, never the password', async () => {
  const databaseUrl = 'postgresql://someone:secret-word@127.0.0.1:1/gongzhi'
  const start = startDatabase({ dataFolder: join(folder, 'outside'), databaseUrl })
  await expect(start).rejects.toThrow(/^连不上 DATABASE_URL 指定的数据库（127\.0\.0\.1:1\/gongzhi）/)
  await expect(start).rejects.not.toThrow(/secret-word/)
})

test('a DATABASE_URL that is none says how one looks', async () => {
  const start = startDatabase({ dataFolder: join(folder, 'outside'), databaseUrl: 'mysql://x' })
  await expect(start).rejects.toThrow('应为 postgresql://用户:口令@地址:5432/库名')
})

test('a server behind DATABASE_URL older than 15 is refused by its version', async () => {
  const server = createServer((socket) => {
    let greeted = false
    socket.on('data', () => {
      socket.write(greeted ? answer : hello)
      greeted = true
    })
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const start = startDatabase({
    dataFolder: join(folder, 'outside'),
    databaseUrl: `postgresql://a@127.0.0.1:${port}/b`,
  })
  await expect(start).rejects.toThrow('DATABASE_URL 指定的是 PostgreSQL 13')
  server.close()
})

test('DATABASE_URL: that PostgreSQL is used for both roles, and closing leaves it alone', async () => {
  const scratch = await scratchDatabase()
  const config = { dataFolder: join(folder, 'outside'), databaseUrl: scratch.migratorUrl }
  const database = await startDatabase(config)
  expect(database).toMatchObject({
    embedded: false,
    appUrl: scratch.migratorUrl,
    migratorUrl: scratch.migratorUrl,
  })
  await database.close()
  expect(inject('postgres')).toContain('postgresql://')
  await scratch.drop()
  clear(folder)
})

const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
const int32 = (value: number) => Buffer.from([0, 0, 0, value])
const ready = message('Z', Buffer.from('I'))
/** AuthenticationOk and ReadyForQuery, as PostgreSQL 13 would greet a client. */
const hello = Buffer.concat([message('R', int32(0)), ready])
/** One row (version, encoding, pinyin) in answer to the look at its abilities. */
const columns = ['version', 'encoding', 'pinyin'].map((name, i) =>
  Buffer.concat([
    Buffer.from(`${name}\0`),
    int32(0),
    int16(0),
    int32(i === 0 ? 23 : 25),
    int16(4),
    int32(0),
    int16(0),
  ]),
)
const values = ['130014', 'UTF8', 't'].map((text) => Buffer.concat([int32(text.length), Buffer.from(text)]))
const answer = Buffer.concat([
  message('T', int16(3), ...columns),
  message('D', int16(3), ...values),
  message('C', Buffer.from('SELECT 1\0')),
  ready,
])
