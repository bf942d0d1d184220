import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type S3Server, s3Server } from '../../testing/s3-server.ts'
import { DiskFiles } from './disk-files.ts'
import type { FileStore } from './file-store.ts'
import { S3Files } from './s3-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongzhi-files-'))
let server: S3Server
const stores = new Map<string, FileStore>([['disk', new DiskFiles(join(folder, 'disk'))]])

beforeAll(async () => {
  server = await s3Server()
  stores.set('s3', new S3Files(server.settings))
})
afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function listed(store: FileStore) {
  const found: { key: string; at: Date }[] = []
  for await (const file of store.list()) found.push(file)
  return found
}

describe.each(['disk', 's3'])('files on %s', (kind) => {
  const store = () => stores.get(kind) as FileStore
  const held = async (key: string) => {
    const found = await store().find(key)
    return found ? await buffer(found) : undefined
  }
  const keys = async () => (await listed(store())).map(({ key }) => key).sort()

  test('what was put comes back byte for byte, also large and empty, and is gone once removed', async () => {
    const big = Buffer.from(Uint8Array.from({ length: 7_000_003 }, (_, i) => (i * 31) % 251))
    const [one, two] = [uuid(), uuid()]
    await store().put(one, big)
    await store().put(`${two}.preview`, Buffer.alloc(1))
    expect((await held(one))?.equals(big)).toBe(true)
    expect(await held(`${two}.preview`)).toHaveLength(1)
    expect(await held(two)).toBeUndefined()
    expect(await keys()).toEqual([one, `${two}.preview`].sort())
    await store().remove(one)
    await store().remove(one)
    await store().remove(`${two}.preview`)
    expect([await held(one), await keys()]).toEqual([undefined, []])
  })

  test('many files at once are each whole and listed with the time they were put', async () => {
    const many = Array.from({ length: 30 }, () => uuid())
    await Promise.all(many.map((key) => store().put(key, Buffer.from(key))))
    expect(await keys()).toEqual(many.toSorted())
    for (const { at } of await listed(store()))
      expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000)
    for (const key of many) expect(String(await held(key))).toBe(key)
  })

  test('a key that climbs out of the store is no key', async () => {
    for (const key of ['../keys/keys.json', '', `${uuid()}/../x`, `${uuid()}.Preview`, `.draft-${uuid()}`])
      await expect(store().put(key, Buffer.alloc(1))).rejects.toThrow('not a key')
  })
})

test('on disk a file begun and never finished has no key, stays an hour and is then cleared away', async () => {
  const place = join(folder, 'killed')
  const store = new DiskFiles(place)
  const key = uuid()
  await store.put(key, Buffer.from('whole'))
  const inside = join(place, key.slice(34, 36))
  writeFileSync(join(inside, '.draft-old'), 'ha')
  writeFileSync(join(inside, '.draft-new'), 'ha')
  utimesSync(join(inside, '.draft-old'), 0, 0)
  expect((await listed(store)).map((file) => file.key)).toEqual([key])
  expect(readdirSync(inside).sort()).toEqual(['.draft-new', key])
})
