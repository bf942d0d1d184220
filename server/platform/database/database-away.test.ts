import pg from 'pg'
import { expect, test } from 'vitest'
import { isDatabaseAway } from './database-away.ts'

const fault = (message: string, rest: object = {}) => Object.assign(new Error(message), rest)

test('a database that is starting, stopping, crashed or not there is told from a fault of ours', () => {
  for (const code of ['57P01', '57P02', '57P03', '53300', '08006', 'ECONNREFUSED', 'EPIPE'])
    expect(isDatabaseAway(fault('x', { code })), code).toBe(true)
  expect(isDatabaseAway(fault('connect ENOENT', { code: 'ENOENT', syscall: 'connect' }))).toBe(true)
  expect(isDatabaseAway(fault('open ENOENT', { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  expect(isDatabaseAway(fault('Connection terminated unexpectedly'))).toBe(true)
  expect(isDatabaseAway(fault('wrapped', { cause: fault('x', { code: '57P01' }) }))).toBe(true)
  for (const code of ['23505', '22P02', '40001'])
    expect(isDatabaseAway(fault('x', { code })), code).toBe(false)
  expect(isDatabaseAway('a text')).toBe(false)
})

test('what pg itself throws where nobody listens is recognised', async () => {
  const client = new pg.Client({ host: '/nowhere', database: 'none' })
  const met = await client.connect().then(
    () => undefined,
    (problem: unknown) => problem,
  )
  expect(isDatabaseAway(met)).toBe(true)
})
