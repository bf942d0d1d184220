import type { RawRow } from '../../../platform/spreadsheet/raw-sheet.ts'
import { columnLetters } from '../../../values/sheet-address.ts'
import { tidied } from '../../../values/parsed.ts'
import type { Column, SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'
import { kindOfMarker, reasonHeader, remarkHeader } from './template-marks.ts'

/** Where the kind's columns stand in a file. */
export interface Heading {
  row: number
  /** By the column's key, the position counted from 1. */
  places: ReadonlyMap<string, number>
  /** Headings that the kind does not know; their cells are not imported. */
  unknown: string[]
}

/** People put a title above the heading; further down nobody looks for it. */
export const headingWithin = 5

/** Blanks, full-width brackets and the mark of a required column make no difference. */
const plain = (header: string) => tidied(header).replace(/[*＊]/g, '').toLowerCase()
const namesOf = (column: Column) => [column.header, column.headerEn, column.key].map(plain)
const ours = new Set([remarkHeader, reasonHeader].map(plain))

/** Whether the row is this kind's heading: it carries the template's marker or at least two of the columns. */
export function isHeading(kind: SheetKind, row: RawRow): boolean {
  const texts = [...row.cells.values()].map((cell) => cell.text)
  if (texts.some((text) => kindOfMarker(text))) return true
  const written = new Set(texts.map(plain))
  const least = Math.min(2, kind.columns.length)
  return kind.columns.filter((column) => namesOf(column).some((name) => written.has(name))).length >= least
}

/**
 * Finds the kind's columns in the heading row, in whatever order they stand.
 * @throws Refusal when the file is another kind's template, or a column is missing or stands twice
 */
export function matchHeading(kind: SheetKind, row: RawRow, kinds: readonly SheetKind[]): Heading {
  refuseOtherTemplate(kind, row, kinds)
  const byName = new Map(
    kind.columns.flatMap((column) => namesOf(column).map((name) => [name, column] as const)),
  )
  const places = new Map<string, number>()
  const unknown: string[] = []
  for (const [position, cell] of row.cells) {
    if (kindOfMarker(cell.text) || ours.has(plain(cell.text))) continue
    const column = byName.get(plain(cell.text))
    const earlier = column && places.get(column.key)
    if (column && earlier) {
      const letters = { first: columnLetters(earlier), second: columnLetters(position) }
      throw refuse('columns-twice', { column: column.header, ...letters })
    }
    if (column) places.set(column.key, position)
    else unknown.push(cell.text.trim())
  }
  // Optional columns too: were one left out, a known record's value could not be told from one that was emptied.
  const missing = kind.columns.filter(
    (column) => !places.has(column.key) && column.key !== 'distinct' && !column.omissible,
  )
  if (missing.length > 0)
    throw refuse('columns-missing', { columns: missing.map((c) => c.header).join('、'), title: kind.title })
  return { row: row.number, places, unknown }
}

function refuseOtherTemplate(kind: SheetKind, row: RawRow, kinds: readonly SheetKind[]) {
  const marked = [...row.cells.values()]
    .map((cell) => kindOfMarker(cell.text))
    .find((name) => name !== undefined)
  if (marked === undefined || marked === kind.name) return
  const other = kinds.find((k) => k.name === marked)
  const found = { found: other?.title ?? marked, foundEn: other?.titleEn ?? marked }
  throw refuse('other-template', { ...found, wanted: kind.title, wantedEn: kind.titleEn })
}
