import { csvSheet } from './csv-sheet.ts'
import { type SheetLimits, sheetLimits } from './limits.ts'
import { refuse } from './problems.ts'
import type { RawRow, RawSheet } from './raw-sheet.ts'
import { SheetRows } from './sheet-rows.ts'
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts'
import { XmlScanner } from './xml-scanner.ts'
import { ZipArchive } from './zip-archive.ts'

const zipMark = Buffer.from([0x50, 0x4b])
/** Compound file: .xls of before 2007, and every workbook with a password. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const probe = 4096

/**
 * Opens an uploaded file as a sheet, judging it by its contents, not by its name.
 * Own reading instead of exceljs': see docs/decisions/0005.
 * @throws Refusal when it is no sheet, is damaged, locked, or larger than `limits`
 */
export async function openSheet(bytes: Buffer, limits: SheetLimits = sheetLimits): Promise<RawSheet> {
  if (bytes.length === 0) throw refuse('empty')
  if (bytes.subarray(0, 4).equals(compoundFile)) throw refuse('old-or-locked')
  const sheet = bytes.subarray(0, 2).equals(zipMark)
    ? await workbookSheet(bytes, limits)
    : textSheet(bytes, limits)
  return { ...sheet, rows: () => boundedRows(sheet.rows(), limits) }
}

function textSheet(bytes: Buffer, limits: SheetLimits): RawSheet {
  const start = bytes.subarray(0, probe)
  const wide = start[0] === 0xff && start[1] === 0xfe
  if (!wide && start.some((byte) => byte < 9 || (byte > 13 && byte < 27))) throw refuse('not-a-sheet')
  if (/^\s*(%PDF|<!doctype|<html|<\?xml|<table|\{\\rtf)/i.test(start.toString('latin1')))
    throw refuse('not-a-sheet')
  return csvSheet(bytes, limits)
}

async function workbookSheet(bytes: Buffer, limits: SheetLimits): Promise<RawSheet> {
  const zip = new ZipArchive(bytes)
  if (!zip.has('xl/workbook.xml')) throw refuse('not-a-workbook', { inside: zip.names[0] ?? '空' })
  const parts = await readWorkbookParts(zip, limits)
  const rowCount = await countRows(zip, parts.sheetPart, limits)
  return { format: 'xlsx', rowCount, rows: () => workbookRows(zip, parts, limits) }
}

/** One quick pass: it proves that the part unpacks within the limit, and says about how far the work will go. */
async function countRows(zip: ZipArchive, part: string, limits: SheetLimits): Promise<number> {
  let count = 0
  for await (const piece of zip.text(part, limits.part))
    count += piece.match(/<(?:\w+:)?row[\s>]/g)?.length ?? 0
  return count
}

async function* workbookRows(
  zip: ZipArchive,
  parts: WorkbookParts,
  limits: SheetLimits,
): AsyncGenerator<RawRow[]> {
  const rows = new SheetRows(parts, limits.columns)
  const scanner = new XmlScanner(rows)
  for await (const piece of zip.text(parts.sheetPart, limits.part)) {
    scanner.write(piece)
    yield rows.take()
  }
  scanner.end()
}

async function* boundedRows(rows: AsyncGenerator<RawRow[]>, limits: SheetLimits): AsyncGenerator<RawRow[]> {
  let count = 0
  for await (const some of rows) {
    count += some.length
    if (count > limits.rows) throw refuse('too-many-rows', { limit: limits.rows })
    if (some.length > 0) yield some
  }
}
