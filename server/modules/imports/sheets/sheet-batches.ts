import type { RawRow, RawSheet } from '../../../platform/spreadsheet/raw-sheet.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'
import { type Heading, headingWithin, isHeading, matchHeading } from '../rules/match-heading.ts'
import { isBlank, isExample, type ReadRow, readRow } from '../rules/read-row.ts'

/** How many rows a kind records with one call. */
const batchSize = 1_000

export interface Batch {
  heading: Heading
  rows: ReadRow[]
}

/**
 * A sheet's rows, read, in batches; without the example row and rows that say nothing.
 * @throws Refusal when there is no heading, or it is not this kind's
 */
export async function* sheetBatches(
  kind: SheetKind,
  kinds: readonly SheetKind[],
  sheet: RawSheet,
): AsyncGenerator<Batch> {
  const above: RawRow[] = []
  let heading: Heading | undefined
  let rows: ReadRow[] = []
  for await (const some of sheet.rows()) {
    for (const raw of some) {
      if (!heading) heading = findHeading(kind, kinds, raw, above)
      else if (!isBlank(heading, raw) && !isExample(raw)) rows.push(readRow(kind, heading, raw))
      if (!heading || rows.length < batchSize) continue
      yield { heading, rows }
      rows = []
    }
  }
  if (!heading) throw notFound(kind, kinds, above)
  yield { heading, rows }
}

function findHeading(
  kind: SheetKind,
  kinds: readonly SheetKind[],
  raw: RawRow,
  above: RawRow[],
): Heading | undefined {
  if (isHeading(kind, raw)) return matchOrNameOther(kind, kinds, raw)
  above.push(raw)
  if (above.length >= headingWithin) throw notFound(kind, kinds, above)
  return undefined
}

function matchOrNameOther(kind: SheetKind, kinds: readonly SheetKind[], raw: RawRow): Heading {
  try {
    return matchHeading(kind, raw, kinds)
  } catch (fault) {
    throw otherKind(kind, kinds, [raw]) ?? fault
  }
}

const notFound = (kind: SheetKind, kinds: readonly SheetKind[], above: RawRow[]) =>
  otherKind(kind, kinds, above) ??
  refuse('no-heading', { rows: headingWithin, title: kind.title, titleEn: kind.titleEn })

/** A file without a marker may still be recognised by its headings as another kind's. */
function otherKind(kind: SheetKind, kinds: readonly SheetKind[], above: RawRow[]) {
  const fits = (other: SheetKind, raw: RawRow) => {
    try {
      return isHeading(other, raw) && matchHeading(other, raw, kinds) !== undefined
    } catch {
      return false
    }
  }
  const other = kinds.find((k) => k.name !== kind.name && above.some((raw) => fits(k, raw)))
  if (!other) return undefined
  return refuse('other-template', {
    found: other.title,
    foundEn: other.titleEn,
    wanted: kind.title,
    wantedEn: kind.titleEn,
  })
}
