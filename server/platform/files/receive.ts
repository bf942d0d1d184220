import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { v7 as uuid } from 'uuid'
import { refuse } from '../problems/platform-problems.ts'

/** A file on its way in. `truncated` once the network's own limit has cut it off. */
export type Incoming = AsyncIterable<Uint8Array> & { truncated?: boolean }

export interface Received {
  bytes: Buffer
  /** Hexadecimal. */
  sha256: string
}

const abandonedMs = 3_600_000

/**
 * Takes a file in by way of the disk, so that many slow phones at once do not fill the memory; nothing stays there.
 * @throws Refusal 413 as soon as it exceeds `most` bytes
 */
export async function receive(stream: Incoming, folder: string, most: number): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, uuid())
  const hash = createHash('sha256')
  let size = 0
  async function* bounded() {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > most) throw tooLarge(most)
      hash.update(chunk)
      yield chunk
    }
    if (stream.truncated) throw tooLarge(most)
  }
  try {
    await pipeline(bounded, createWriteStream(path, { mode: 0o600 }))
    return { bytes: await readFile(path), sha256: hash.digest('hex') }
  } finally {
    await rm(path, { force: true })
  }
}

export const tooLarge = (most: number) =>
  refuse('too-large', { limit: `${Math.floor(most / 1024 / 1024)} MB` })

/** Removes what a kill left on its way in; what may still be arriving stays. */
export async function clearIncoming(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(path, { force: true })
  }
}
