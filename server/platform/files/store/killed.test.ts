import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DiskFiles } from './disk-files.ts'

const store = fileURLToPath(new URL('disk-files.ts', import.meta.url))
/** Puts file upon file, four at a time, and says which are done. The contents follow from the key. */
const putting = (folder: string) => `
  import { DiskFiles } from ${JSON.stringify(store)}
  import { randomUUID } from 'node:crypto'
  const files = new DiskFiles(${JSON.stringify(folder)})
  const work = async () => {
    for (;;) {
      const key = randomUUID()
      await files.put(key, Buffer.alloc(400_000, key))
      process.stdout.write(key + '\\n')
    }
  }
  await Promise.all([work(), work(), work(), work()])`

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('killed at any moment: every acknowledged file is whole, and no other lies under a key in part', async () => {
  const place = mkdtempSync(join(tmpdir(), 'gongzhi-killed-'))
  const folder = join(place, 'files')
  const program = join(place, 'putting.mjs')
  writeFileSync(program, putting(folder))
  const acknowledged: string[] = []
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    while (said.length === 0) await pause(5)
    await pause(20 + round * 37)
    child.kill('SIGKILL')
    await new Promise((closed) => child.once('close', closed))
    acknowledged.push(...said.split('\n').slice(0, -1))
  }
  const files = new DiskFiles(folder)
  const found = new Set<string>()
  for await (const { key } of files.list()) {
    found.add(key)
    const stream = await files.find(key)
    if (!stream) throw new Error(`${key} is listed but not there`)
    expect(hash(await buffer(stream)), key).toBe(hash(Buffer.alloc(400_000, key)))
  }
  expect(acknowledged.length).toBeGreaterThan(3)
  expect(acknowledged.filter((key) => !found.has(key))).toEqual([])
  rmSync(place, { recursive: true, force: true })
})
