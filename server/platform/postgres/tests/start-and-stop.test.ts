import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { clear, dataFolder, hold, postmasterOf, rowsOf } from './hold.ts'

const folders: string[] = []
function freshFolder(extra?: string): string {
  const folder = dataFolder(extra)
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) clear(folder)
})

describe('the embedded database', () => {
  test('Ctrl-C stops server and database, and a second start keeps the data', async () => {
    const folder = freshFolder()
    const first = await hold(folder)
    const known = await rowsOf(first.said, 'SELECT oid::int FROM pg_database ORDER BY 1')
    first.process.kill('SIGINT')
    first.process.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(postmasterOf(folder)).toBeUndefined()
    expect(existsSync(join(folder, 'server.lock'))).toBe(false)
    const second = await hold(folder)
    expect(await rowsOf(second.said, 'SELECT oid::int FROM pg_database ORDER BY 1')).toEqual(known)
    second.process.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  test('kill -9 of the server leaves nothing that blocks the next start: it attaches to the database left running', async () => {
    const folder = freshFolder()
    const first = await hold(folder)
    first.process.kill('SIGKILL')
    await first.ended
    const left = postmasterOf(folder)
    expect(left).toBeDefined()
    const second = await hold(folder)
    expect(await rowsOf(second.said, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(postmasterOf(folder)).toBe(left)
    second.process.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(postmasterOf(folder)).toBeUndefined()
  })

  test('kill -9 of server and database at once: the next start recovers', async () => {
    const folder = freshFolder()
    const first = await hold(folder)
    const left = Number(postmasterOf(folder))
    first.process.kill('SIGKILL')
    process.kill(left, 'SIGKILL')
    await first.ended
    const second = await hold(folder)
    expect(await rowsOf(second.said, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(postmasterOf(folder)).not.toBe(left)
    second.process.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  test('a database that is killed under its server is started again by it', async () => {
    const folder = freshFolder()
    const first = await hold(folder)
    const left = Number(postmasterOf(folder))
    process.kill(left, 'SIGKILL')
    const answers = () =>
      rowsOf(first.said, 'SELECT 1 AS one').then(
        () => postmasterOf(folder) !== left,
        () => false,
      )
    await expect.poll(answers, { timeout: 20_000 }).toBe(true)
    first.process.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(postmasterOf(folder)).toBeUndefined()
  })

  test('a second server on the same folder says that 共治 already runs there', async () => {
    const folder = freshFolder()
    const first = await hold(folder)
    const second = await hold(folder)
    expect(second.said).toContain(`共治已经在数据目录 ${folder} 上运行（进程 ${first.process.pid}）`)
    expect(await second.ended).toBe(1)
    expect(await rowsOf(first.said, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    first.process.kill('SIGINT')
    await first.ended
  })

  test('two first starts at once: one serves, the other says so', async () => {
    const folder = freshFolder()
    const both = await Promise.all([hold(folder), hold(folder)])
    const serving = both.filter(({ said }) => said.startsWith('postgresql://'))
    expect(serving).toHaveLength(1)
    for (const { process: child } of serving) child.kill('SIGINT')
    const codes = await Promise.all(both.map(({ ended }) => ended))
    expect(new Set(codes)).toEqual(new Set([0, 1]))
  })

  test('a command beside the server leaves the database running; alone it stops what it started', async () => {
    const folder = freshFolder()
    const server = await hold(folder)
    const command = await hold(folder, 'shared')
    expect(command.said).toBe(server.said)
    command.process.kill('SIGINT')
    expect(await command.ended).toBe(0)
    expect(await rowsOf(server.said, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    server.process.kill('SIGINT')
    await server.ended
    const alone = await hold(folder, 'shared')
    expect(postmasterOf(folder)).toBeDefined()
    alone.process.kill('SIGINT')
    expect(await alone.ended).toBe(0)
    expect(postmasterOf(folder)).toBeUndefined()
  })

  test('a data folder whose path is too long for a socket, with blanks, quotes and Chinese, works', async () => {
    const folder = freshFolder(`很长的 "数据" 目录 it's & 100%41 ${'deep-'.repeat(20)}`)
    const server = await hold(folder)
    expect(await rowsOf(server.said, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    server.process.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })
})
