import { attribute, XmlScanner } from './xml-scanner.ts'
import { unescapeCellText } from './cell-text.ts'
import type { SheetLimits } from './limits.ts'
import { refuse } from './problems.ts'
import type { ZipArchive } from './zip-archive.ts'

const smallPart = 32 * 1024 * 1024

export interface WorkbookParts {
  /** The part that holds the first sheet a person sees. */
  sheetPart: string
  /** Days counted from 1904 instead of 1900. */
  since1904: boolean
  /** By cell format: whether a number in it shows as a date. */
  dateFormats: boolean[]
  texts: string[]
}

/** Everything that must be known before the first row can be read. */
export async function readWorkbookParts(zip: ZipArchive, limits: SheetLimits): Promise<WorkbookParts> {
  const book = await readBook(zip)
  return {
    sheetPart: book.sheetPart,
    since1904: book.since1904,
    dateFormats: await readDateFormats(zip),
    texts: await readTexts(zip, limits),
  }
}

async function scan(
  zip: ZipArchive,
  part: string,
  limit: number,
  listener: Partial<XmlScannerListener>,
): Promise<void> {
  if (!zip.has(part)) return
  const scanner = new XmlScanner({ open() {}, close() {}, text() {}, ...listener })
  for await (const piece of zip.text(part, limit)) scanner.write(piece)
  scanner.end()
}
type XmlScannerListener = ConstructorParameters<typeof XmlScanner>[0]

async function readBook(zip: ZipArchive): Promise<Pick<WorkbookParts, 'sheetPart' | 'since1904'>> {
  const targets = new Map<string, string>()
  await scan(zip, 'xl/_rels/workbook.xml.rels', smallPart, {
    open(name, tag) {
      if (name === 'Relationship') targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '')
    },
  })
  const visible: string[] = []
  let since1904 = false
  await scan(zip, 'xl/workbook.xml', smallPart, {
    open(name, tag) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')
      if (name === 'sheet' && (attribute(tag, 'state') ?? 'visible') === 'visible')
        visible.push(attribute(tag, 'id') ?? '')
    },
  })
  const target = targets.get(visible[0] ?? '')
  if (target === undefined) throw refuse('no-visible-sheet')
  return { sheetPart: target.startsWith('/') ? target.slice(1) : `xl/${target}`, since1904 }
}

/** ECMA-376 18.8.30: the built-in formats that show dates, those of Chinese editions included. */
const builtInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** What is quoted, escaped or in brackets in a number format is no date letter. */
const showsDate = (format: string) =>
  /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').replace(/general/gi, ''))

async function readDateFormats(zip: ZipArchive): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const formats: boolean[] = []
  let inCellFormats = false
  await scan(zip, 'xl/styles.xml', smallPart, {
    open(name, tag) {
      if (name === 'numFmt')
        custom.set(Number(attribute(tag, 'numFmtId')), showsDate(attribute(tag, 'formatCode') ?? ''))
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      formats.push(custom.get(id) ?? builtInDate(id))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

/** Shared texts by number. Runs of one text are joined; phonetic guides beside it are not part of it. */
async function readTexts(zip: ZipArchive, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let inText = false
  let inGuide = false
  await scan(zip, 'xl/sharedStrings.xml', limits.texts, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') inText = !inGuide
      else if (name === 'rPh') inGuide = true
    },
    text(text) {
      if (inText) current += text
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inGuide = false
      else if (name === 'si') texts.push(unescapeCellText(current))
    },
  })
  return texts
}
