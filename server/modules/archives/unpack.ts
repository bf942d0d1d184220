import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { refuse } from './problems.ts'

/** What a city's archive unpacks to many times over; beyond it somebody means harm. */
const longest = 1024 ** 3

/**
 * A packed archive unpacked whole, since only then it is known not to be damaged: some ten megabytes for a city.
 * @throws Refusal when it does not unpack
 */
export async function unpackArchive(
  parts: AsyncIterable<Buffer>,
): Promise<{ sha256: string; lines: Iterable<string> }> {
  const pieces: Buffer[] = []
  for await (const part of parts) pieces.push(part)
  const packed = Buffer.concat(pieces)
  const sha256 = createHash('sha256').update(packed).digest('hex')
  try {
    const unpacked = await promisify(gunzip)(packed, { maxOutputLength: longest })
    return { sha256, lines: linesOf(unpacked) }
  } catch (fault) {
    throw refuse('damaged', { why: fault instanceof Error ? fault.message : '' })
  }
}

function* linesOf(text: Buffer): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    yield text.toString('utf8', from, to)
    from = to + 1
  }
}
