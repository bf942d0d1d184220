import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../testing/scratch.ts'
import { type Database, one, openDatabase, put, rows } from './database.ts'
import { gathered } from './gathered.ts'
import { Together } from './together.ts'

let scratch: ScratchDatabase
let database: Database
/** Each turn to the database: the statements that went in it. */
let turns: string[][] = []
const query = pg.Client.prototype.query

beforeAll(async () => {
  scratch = await scratchDatabase()
  database = openDatabase(scratch.appUrl, 1)
  const owner = new pg.Client({ connectionString: scratch.migratorUrl })
  await owner.connect()
  await owner.query('CREATE TABLE platform.trial (n integer PRIMARY KEY CHECK (n < 100))')
  await owner.query('GRANT ALL ON platform.trial TO PUBLIC')
  await owner.end()
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [sent] = args as [Together | { text: string }]
    const before = sent instanceof Together ? sent.before.map((one) => one.text) : []
    turns.push([...before, (sent as { text: string }).text].map((text) => text.split(' ')[0] as string))
    return Reflect.apply(query, this, args)
  } as typeof query
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await database.close()
  await scratch.drop()
})

const insert = (n: string) => sql`INSERT INTO platform.trial VALUES (${n})`
const held = async () =>
  (await rows(database.db, sql<{ n: number }>`SELECT n FROM platform.trial ORDER BY n`)).map((row) => row.n)
const writeTwo = (first: string, second: string) =>
  database.db.transaction().execute(async (trx) => {
    await sql`SELECT 1`.execute(trx)
    await insert(first).execute(trx)
    await put(trx, insert(second))
  })

beforeEach(async () => {
  await writeTwo('1', '2')
  await sql`DELETE FROM platform.trial`.execute(database.db)
  turns = []
})

test('BEGIN goes with the first statement, and what answers nothing goes with COMMIT', async () => {
  await writeTwo('3', '4')
  expect(turns).toEqual([['begin', 'SELECT'], ['INSERT'], ['INSERT', 'commit']])
  expect(await held()).toEqual([3, 4])
})

test('what waits goes all together with COMMIT; when one of it fails, nothing of it stays', async () => {
  const writeThree = (...numbers: string[]) =>
    database.db.transaction().execute(async (trx) => {
      for (const n of numbers) await put(trx, insert(n))
    })
  await writeThree('10', '11', '12')
  turns = []
  await writeThree('13', '14', '15')
  expect(turns).toEqual([['begin', 'INSERT', 'INSERT', 'INSERT', 'commit']])
  for (const numbers of [
    ['100', '16', '17'],
    ['16', '13', '17'],
  ])
    await expect(writeThree(...numbers)).rejects.toThrow(/trial_/)
  expect(await held()).toEqual([10, 11, 12, 13, 14, 15])
})

test('when the last statement fails, nothing of the transaction stays, and the connection goes on', async () => {
  await expect(writeTwo('3', '100')).rejects.toThrow('trial_n_check')
  expect(turns.at(-1)).toEqual(['rollback'])
  expect(await held()).toEqual([])
  await writeTwo('5', '6')
  expect(await held()).toEqual([5, 6])
})

test('when the first statement fails, the transaction is over before anything was written', async () => {
  const failed = database.db.transaction().execute(async (trx) => {
    await sql`SELECT 1/0`.execute(trx)
    await insert('3').execute(trx)
  })
  await expect(failed).rejects.toThrow('division by zero')
  expect(await held()).toEqual([])
})

test('what waits is taken back with the transaction', async () => {
  const failed = database.db.transaction().execute(async (trx) => {
    await insert('3').execute(trx)
    await put(trx, insert('4'))
    throw new Error('no more')
  })
  await expect(failed).rejects.toThrow('no more')
  expect(turns).toEqual([['begin', 'INSERT'], ['rollback']])
  expect(await held()).toEqual([])
})

test('a failure that the work passes over is still no commit', async () => {
  const failed = database.db.transaction().execute(async (trx) => {
    await insert('3').execute(trx)
    await sql`SELECT 1/0`.execute(trx).catch(() => undefined)
  })
  await expect(failed).rejects.toThrow('rolled back')
  expect(await held()).toEqual([])
})

test('a transaction that asks nothing sends nothing, and its connection is free of it', async () => {
  await database.db.transaction().execute(async () => undefined)
  expect(turns).toEqual([])
  await put(database.db, insert('3'))
  expect(turns).toEqual([['INSERT']])
  expect(await held()).toEqual([3])
})

test('other isolation levels wait for the first statement too', async () => {
  const level = await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) =>
      one(trx, sql<{ level: string }>`SELECT current_setting('transaction_isolation') AS level`),
    )
  expect(level).toEqual({ level: 'repeatable read' })
})

test('questions of one turn are answered by one statement, each its own; a later one by a later', async () => {
  const asked: number[][] = []
  const double = gathered(async (numbers: number[]) => {
    asked.push(numbers)
    if (numbers.includes(0)) throw new Error('zero')
    return numbers.map((n) => n * 2)
  })
  expect(await Promise.all([double(1), double(2)])).toEqual([2, 4])
  await expect(Promise.all([double(0), double(3)])).rejects.toThrow('zero')
  expect(await double(1)).toBe(2)
  expect(asked).toEqual([[1, 2], [0, 3], [1]])
})

test('while two statements are under way, later questions wait for one more; none is left and none asked twice', async () => {
  const asked: number[][] = []
  const answers: (() => void)[] = []
  const ask = gathered(async (numbers: number[]) => {
    asked.push(numbers)
    await new Promise<void>((resolve) => answers.push(resolve))
    if (numbers.includes(4)) throw new Error('four')
    return numbers
  })
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  const all: Promise<number | string>[] = []
  for (const n of [1, 2, 3, 4]) {
    all.push(ask(n).catch(String))
    await turn()
  }
  expect(asked).toEqual([[1], [2]])
  // The first answer lets the waiting ones go, with those that came in the meantime.
  answers[1]?.()
  await turn()
  expect(asked).toEqual([[1], [2], [3, 4]])
  all.push(ask(5))
  await turn()
  answers[2]?.()
  await turn()
  expect(asked).toEqual([[1], [2], [3, 4], [5]])
  answers[0]?.()
  answers[3]?.()
  expect(await Promise.all(all)).toEqual([1, 2, 'Error: four', 'Error: four', 5])
})
