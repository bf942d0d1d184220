import { createInflateRaw } from 'node:zlib'
import { refuse } from './problems.ts'

interface Entry {
  method: number
  start: number
  packed: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const most32 = 0xffffffff
/** The closing record may be followed by a comment of at most 65,535 bytes. */
const longestTail = 65_557

/**
 * A zip file in memory whose parts are unpacked as streams of text. The declared sizes are not believed: what
 * comes out is counted. @throws Refusal when it is damaged, locked, or unpacks beyond the limit
 */
export class ZipArchive {
  readonly #bytes: Buffer
  readonly #entries = new Map<string, Entry>()

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    try {
      this.#readDirectory()
    } catch (fault) {
      if (fault instanceof RangeError) throw refuse('damaged')
      throw fault
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The part's text piece by piece, never splitting a character. */
  async *text(name: string, limit: number): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8')
    let unpacked = 0
    for await (const chunk of this.bytes(name)) {
      unpacked += chunk.length
      if (unpacked > limit) throw refuse('swollen', { limit: Math.round(limit / 1024 / 1024) })
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  }

  /** The part unpacked, piece by piece. */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry) throw refuse('damaged')
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packed)
    if (packed.length < entry.packed) throw refuse('damaged')
    if (entry.method === 0) return yield packed
    const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
    inflate.end(packed)
    try {
      for await (const chunk of inflate) yield chunk as Buffer
    } catch (fault) {
      if (String((fault as { code?: string }).code).startsWith('Z_')) throw refuse('damaged')
      throw fault
    }
  }

  #readDirectory() {
    const bytes = this.#bytes
    const end = this.#findEnd()
    const count = bytes.readUInt16LE(end + 10)
    let at = bytes.readUInt32LE(end + 16)
    for (let i = 0; i < count; i++) {
      if (bytes.readUInt32LE(at) !== directoryEntry) throw refuse('damaged')
      if (bytes.readUInt16LE(at + 8) & 1) throw refuse('old-or-locked')
      const nameLength = bytes.readUInt16LE(at + 28)
      const extraLength = bytes.readUInt16LE(at + 30)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
      const { packed, offset } = wideSizes(bytes, at, extra)
      if (bytes.readUInt32LE(offset) !== localEntry) throw refuse('damaged')
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
      this.#entries.set(name.replaceAll('\\', '/'), { method: bytes.readUInt16LE(at + 10), start, packed })
      at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
    }
  }

  #findEnd(): number {
    const bytes = this.#bytes
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestTail); at--)
      if (bytes.readUInt32LE(at) === endOfDirectory) return at
    throw refuse('damaged')
  }
}

/** Some programs write 64-bit sizes even for small files; they then stand in the entry's extra field 1. */
function wideSizes(bytes: Buffer, at: number, extra: Buffer): { packed: number; offset: number } {
  const sizes = {
    unpacked: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  }
  let field = 0
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1)
    field += 4 + extra.readUInt16LE(field + 2)
  let value = field + 4
  for (const size of ['unpacked', 'packed', 'offset'] as const) {
    if (sizes[size] !== most32) continue
    sizes[size] = Number(extra.readBigUInt64LE(value))
    value += 8
  }
  return sizes
}
