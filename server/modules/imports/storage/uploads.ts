import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Keys } from '../../../platform/keys/keys.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { sheetLimits } from '../../../platform/spreadsheet/limits.ts'
import { refuse } from '../problems.ts'
import { fileDays } from './runs.ts'

const pieceSize = 512 * 1024

/** A file on its way in. `truncated` once the network's own limit has cut it off. */
export type Incoming = AsyncIterable<Uint8Array> & { truncated?: boolean }

/** Uploaded files, by id, in a folder of their own. They may name persons, so they lie sealed, one piece a line. */
export class Uploads {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  #path(id: string) {
    return join(this.#folder, `${id}.sealed`)
  }

  /**
   * Stores a file as it arrives; what was stored of a broken or oversized one is removed again.
   * @returns its sha-256 and its size in bytes
   * @throws Refusal 413 above the limit
   */
  async save(id: string, stream: Incoming, keys: Keys): Promise<{ hash: string; bytes: number }> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let bytes = 0
    async function* sealed() {
      for await (const piece of pieces(stream)) {
        bytes += piece.length
        if (bytes > sheetLimits.file) throw tooLarge()
        hash.update(piece)
        yield `${keys.seal(piece.toString('base64'))}\n`
      }
      if (stream.truncated) throw tooLarge()
    }
    try {
      await pipeline(sealed, createWriteStream(this.#path(id), { mode: 0o600 }))
    } catch (fault) {
      await this.remove(id)
      throw fault
    }
    return { hash: hash.digest('hex'), bytes }
  }

  /** @throws Refusal 410 when the file has been cleared away */
  async open(id: string, keys: Keys): Promise<Buffer> {
    const pieces: Buffer[] = []
    try {
      const lines = createInterface({
        input: createReadStream(this.#path(id)),
        crlfDelay: Number.POSITIVE_INFINITY,
      })
      for await (const line of lines) pieces.push(Buffer.from(keys.open(line), 'base64'))
    } catch (fault) {
      if ((fault as { code?: string }).code === 'ENOENT') throw refuse('file-gone', { days: fileDays })
      throw fault
    }
    return Buffer.concat(pieces)
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true })
  }
}

const tooLarge = () => refusePlatform('too-large', { limit: `${sheetLimits.file / 1024 / 1024} MB` })

/** Gathers what the network brings into pieces of one size. */
async function* pieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    held.push(chunk)
    size += chunk.length
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
