import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** Path in the archive, with '/' between folders. */
  name: string
  bytes: Uint8Array
}

/** File names are UTF-8: without this flag Chinese ones are broken on office computers. */
const utf8Names = 0x0800
const stored = 0
const version = 20

/** MS-DOS date and time of a moment on Asia/Shanghai's clock. */
function dosTime(at: Date): { date: number; time: number } {
  const local = new Date(at.getTime() + 8 * 3_600_000)
  return {
    date: ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | Math.floor(local.getUTCSeconds() / 2),
  }
}

/** What the local header and the directory say alike of an entry. */
function described({ name, bytes }: ZipEntry, at: Date): { fields: Buffer; name: Buffer } {
  const { date, time } = dosTime(at)
  const named = Buffer.from(name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(utf8Names, 2)
  fields.writeUInt16LE(stored, 4)
  fields.writeUInt16LE(time, 6)
  fields.writeUInt16LE(date, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(named.length, 22)
  return { fields, name: named }
}

const most16 = 0xffff
const most32 = 0xffffffff

/**
 * A zip file piece by piece, so that thousands of papers never lie in memory together. Entries are stored as they are:
 * PDF and Word files are packed already. @throws Error beyond 65,535 entries or 4 GB, where the plain format ends
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const entry of entries) {
    const { fields, name } = described(entry, at)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name])
    const listed = Buffer.alloc(46)
    listed.write('PK\x01\x02', 0, 'latin1')
    listed.writeUInt16LE(version, 4)
    fields.copy(listed, 6)
    listed.writeUInt32LE(offset, 42)
    directory.push(Buffer.concat([listed, name]))
    offset += head.length + entry.bytes.length
    if (directory.length > most16 || offset > most32) throw new Error('too much for one zip file')
    yield head
    yield Buffer.from(entry.bytes.buffer, entry.bytes.byteOffset, entry.bytes.byteLength)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  yield Buffer.concat([...directory, end])
}
