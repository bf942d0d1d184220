import type { Readable } from 'node:stream'
import type { Context } from '../../../access/context.ts'
import { openSheet } from '../../../platform/spreadsheet/open-sheet.ts'
import type { RawSheet } from '../../../platform/spreadsheet/raw-sheet.ts'
import { sheetBatches } from '../sheets/sheet-batches.ts'
import { type BadRow, badRowsWorkbook } from '../sheets/bad-rows-workbook.ts'
import { findingsOf } from '../storage/findings.ts'
import type { Uploads } from '../storage/uploads.ts'
import type { SheetKind } from '../../sheet-kind.ts'

/** The rows to correct as a sheet; the uploaded file is read again and each bad row given its reason. */
export async function badRows(
  ctx: Context,
  kind: SheetKind,
  kinds: readonly SheetKind[],
  id: string,
  uploads: Uploads,
): Promise<Readable> {
  const sheet = await openSheet(await uploads.open(id, ctx.keys))
  return badRowsWorkbook(kind, rowsOf(ctx, kind, kinds, id, sheet))
}

async function* rowsOf(
  ctx: Context,
  kind: SheetKind,
  kinds: readonly SheetKind[],
  id: string,
  sheet: RawSheet,
): AsyncGenerator<BadRow> {
  for await (const { heading, rows } of sheetBatches(kind, kinds, sheet)) {
    const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
    const found = await findingsOf(ctx.db, ctx.keys, id, { after: first - 1, limit: last - first + 1 })
    const byRow = new Map(found.map((finding) => [finding.row, finding]))
    for (const read of rows) {
      const finding = byRow.get(read.row)
      if (finding) yield { read, heading, finding }
    }
  }
}
