import { fileTypeFromBuffer } from 'file-type'
import { tooLarge } from '../receive.ts'
import { cleanName, extensionOf } from './clean-name.ts'
import { type FileKind, fileKinds, foreignName } from './kinds.ts'
import { inspectLimits } from './limits.ts'
import { lookIntoArchive } from './office-archive.ts'
import { scanPdf } from './pdf-scan.ts'
import { type Picture, readPicture, TooManyPixels } from './picture.ts'
import { refuse } from './problems.ts'

export interface Inspected {
  kind: FileKind
  /** Clean, with an extension that fits the content. */
  name: string
  /** NULL for what is no picture. */
  picture: Picture | null
}

/** Bytes that a picture, and that any other file, may have. */
export interface MostBytes {
  picture: number
  paper: number
}

/**
 * What a file really is, by its content; its name must agree. @throws Refusal naming the file and what to do
 */
export async function inspect(bytes: Buffer, given: string, most: MostBytes): Promise<Inspected> {
  const name = cleanName(given, 'bin').replace(/\.bin$/, '')
  if (bytes.length === 0) throw refuse('empty', { name })
  const kind = await kindOf(bytes, name)
  const { extensions, picture, ...found } = fileKinds[kind]
  const extension = extensionOf(given)
  if (extension !== '' && !extensions.includes(extension))
    throw refuse('disagrees', { name, extension, found })
  if (picture && bytes.length > most.picture) throw tooLarge(most.picture)
  if (kind === 'pdf') checkPdf(bytes, name)
  return {
    kind,
    name: cleanName(given, extensions[0]),
    picture: picture ? await pictureOf(bytes, name) : null,
  }
}

/** Names of the sniffer for what is a zip inside; what kind of one it is we look up ourselves. */
const zipped =
  /^(zip|docx|docm|dotx|dotm|xlsx|xlsm|xltx|xltm|pptx|pptm|ppsx|jar|apk|odt|ods|odp|epub|vsdx|3mf|xpi)$/

async function kindOf(bytes: Buffer, name: string): Promise<FileKind> {
  const ext = await sniff(bytes)
  if (ext === 'jpg') return 'jpeg'
  if (ext === 'png' || ext === 'webp' || ext === 'pdf') return ext
  if (ext === 'heic') throw refuse('heic', { name })
  if (ext === 'cfb') throw refuse('old-office', { name })
  if (ext !== undefined && zipped.test(ext)) {
    const finding = await lookIntoArchive(bytes)
    if (finding === 'docx' || finding === 'xlsx') return finding
    throw refuse(finding, { name })
  }
  const found = foreignName(ext)
  const extension = extensionOf(name)
  const claims = Object.values(fileKinds).some(({ extensions }) => extensions.includes(extension))
  if (claims) throw refuse('disagrees', { name, extension, found })
  throw refuse('not-taken', { name, found })
}

/** A page of the web has no magic number, only a beginning. */
async function sniff(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found) return found.ext
  if (bytes.length > 30 && bytes.readUInt16LE(0) === 0x4b50) return 'zip'
  const beginning = bytes.toString('latin1', 0, 1_000).toLowerCase()
  return /<(!doctype|html|script|svg|body|\?php)/.test(beginning) ? 'html' : undefined
}

function checkPdf(bytes: Buffer, name: string) {
  const finding = scanPdf(bytes)
  if (finding === 'sound') return
  const codes = { damaged: 'damaged', bomb: 'bomb', active: 'pdf-active', locked: 'pdf-locked' } as const
  throw refuse(codes[finding], { name })
}

async function pictureOf(bytes: Buffer, name: string): Promise<Picture> {
  try {
    return await readPicture(bytes)
  } catch (fault) {
    if (!(fault instanceof TooManyPixels)) throw refuse('damaged', { name })
    const { width, height } = fault
    const most = inspectLimits.pixels
    throw refuse('too-many-pixels', {
      name,
      width,
      height,
      most: { zh: `${most / 10_000} 万`, en: `${most / 1_000_000} million` },
    })
  }
}
