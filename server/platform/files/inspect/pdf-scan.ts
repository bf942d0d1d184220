import { inflateSync } from 'node:zlib'
import { inspectLimits } from './limits.ts'

export type PdfFinding = 'sound' | 'damaged' | 'locked' | 'active' | 'bomb'

/** Actions that run something: none has a place in evidence. (Attachments have: electronic invoices carry their XML.) */
const active = /\/(JavaScript|JS|Launch|RichMedia)(?![A-Za-z0-9])/
const locked = /\/Encrypt(?![A-Za-z0-9])/
/** Readers look for the end mark near the end. */
const tail = 8_192

/**
 * A simple look for what a PDF might run when it is opened. Contents of pages are skipped (they are packed bytes), object
 * streams are unpacked. Not a virus scanner: files are besides only ever sent to be kept, never shown as a page of ours.
 */
export function scanPdf(bytes: Buffer): PdfFinding {
  if (!bytes.subarray(-tail).includes('%%EOF')) return 'damaged'
  let finding: PdfFinding = 'sound'
  let unpacked = 0
  const judge = (text: string) => {
    const names = unescaped(text)
    if (active.test(names)) finding = 'active'
    else if (finding === 'sound' && locked.test(names)) finding = 'locked'
  }
  for (let at = 0; at < bytes.length; ) {
    const stream = nextStream(bytes, at)
    const outside = bytes.toString('latin1', at, stream?.start ?? bytes.length)
    judge(outside)
    if (!stream) break
    if (stream.holdsObjects(unescaped(outside.slice(-4_000)))) {
      try {
        const objects = inflateSync(bytes.subarray(stream.start, stream.end), {
          maxOutputLength: inspectLimits.pdfObjects - unpacked,
        })
        unpacked += objects.length
        judge(objects.toString('latin1'))
      } catch (fault) {
        const { code } = fault as { code?: string }
        // Objects that cannot be read may hold anything; of an encrypted file nothing can.
        if (finding === 'sound') finding = code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged'
        if (code === 'ERR_BUFFER_TOO_LARGE') return finding
      }
    }
    at = stream.end
  }
  return finding
}

/** `/J#61vaScript` is how a name hides. */
const unescaped = (text: string) =>
  text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

interface Stream {
  start: number
  end: number
  holdsObjects(dictionary: string): boolean
}

const lineEnd = /^\r?\n/

/** The next `>> stream` with its bytes' place; undefined when there is none behind `from`. */
function nextStream(bytes: Buffer, from: number): Stream | undefined {
  for (let at = bytes.indexOf('stream', from); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const before = bytes.toString('latin1', Math.max(from, at - 20), at)
    const ending = lineEnd.exec(bytes.toString('latin1', at + 6, at + 8))
    if (!ending || !/>>\s*$/.test(before)) continue
    const start = at + 6 + ending[0].length
    const end = bytes.indexOf('endstream', start)
    return {
      start,
      end: end < 0 ? bytes.length : end,
      holdsObjects: (dictionary) => /\/ObjStm(?![A-Za-z0-9])/.test(dictionary.slice(lastObject(dictionary))),
    }
  }
  return undefined
}

/** Where the dictionary before a stream begins: behind the last `obj`. */
const lastObject = (text: string) => Math.max(0, text.lastIndexOf(' obj'))
