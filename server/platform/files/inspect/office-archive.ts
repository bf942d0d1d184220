import { Refusal } from '../../problems/refusal.ts'
import { ZipArchive } from '../../spreadsheet/zip-archive.ts'
import type { FileKind } from './kinds.ts'
import { inspectLimits } from './limits.ts'

export type ArchiveFinding =
  | Extract<FileKind, 'docx' | 'xlsx'>
  | 'archive'
  | 'macros'
  | 'linked'
  | 'bomb'
  | 'damaged'

const macroParts = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/)/i
/** What is fetched from elsewhere as the file opens: a template or an object, by http or from a foreign share. */
const fetched = /<Relationship\b[^>]*(attachedTemplate|oleObject|subDocument|\/frame)[^>]*>/g
const elsewhere = /Target\s*=\s*["'](https?:|ftp:|\\\\|\/\/|file:\/{4,})/i
const partLimit = 4 * 1024 * 1024

/** Looks into a zip: whether it is a Word document or an Excel workbook, and nothing besides. Every part is unpacked and counted. */
export async function lookIntoArchive(bytes: Buffer): Promise<ArchiveFinding> {
  try {
    const zip = new ZipArchive(bytes)
    if (zip.names.length > inspectLimits.entries) return 'bomb'
    if (!(await unpacksSoundly(zip, bytes.length))) return 'bomb'
    if (!zip.has('[Content_Types].xml')) return 'archive'
    const types = await textOf(zip, '[Content_Types].xml')
    if (
      /macroEnabled|vbaProject|ms-excel\.intlmacrosheet/i.test(types) ||
      zip.names.some((name) => macroParts.test(name))
    )
      return 'macros'
    for (const name of zip.names.filter((one) => one.endsWith('.rels'))) {
      const relations = (await textOf(zip, name)).match(fetched) ?? []
      if (relations.some((relation) => elsewhere.test(relation))) return 'linked'
    }
    if (types.includes('wordprocessingml.document.main+xml')) return 'docx'
    return types.includes('spreadsheetml.sheet.main+xml') ? 'xlsx' : 'archive'
  } catch (fault) {
    if (fault instanceof Refusal) return 'damaged'
    throw fault
  }
}

async function textOf(zip: ZipArchive, name: string): Promise<string> {
  let text = ''
  for await (const piece of zip.text(name, partLimit)) text += piece
  return text
}

/** The declared sizes are not believed, and parts that lie over one another are counted each. */
async function unpacksSoundly(zip: ZipArchive, packed: number): Promise<boolean> {
  const most = Math.min(
    inspectLimits.unpacked,
    Math.max(inspectLimits.unpackedAnyway, packed * inspectLimits.ratio),
  )
  let unpacked = 0
  for (const name of zip.names)
    for await (const piece of zip.bytes(name)) {
      unpacked += piece.length
      if (unpacked > most) return false
    }
  return true
}
