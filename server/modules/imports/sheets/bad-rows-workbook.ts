import type { Readable } from 'node:stream'
import type { Finding } from '../../../../contracts/imports/staff.ts'
import { type ExportColumn, exportSheet } from '../../../platform/spreadsheet/export-sheet.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { rawCell, type ReadRow } from '../rules/read-row.ts'
import type { Heading } from '../rules/match-heading.ts'
import { reasonHeader } from '../rules/template-marks.ts'
import { headingOf } from './template-workbook.ts'

export interface BadRow {
  read: ReadRow
  heading: Heading
  finding: Finding
}

/** The rows to correct, as the same sheet with its reasons: correct it and upload it as it is. */
export function badRowsWorkbook(kind: SheetKind, rows: AsyncIterable<BadRow>): Readable {
  const own = kind.columns.map(
    (column): ExportColumn<BadRow> => ({
      header: headingOf(column),
      value: ({ heading, read }) => rawCell(heading, read.raw, column.key)?.text,
    }),
  )
  const reason: ExportColumn<BadRow> = {
    header: reasonHeader,
    width: 60,
    value: ({ finding }) => reasonOf(kind, finding),
  }
  return exportSheet({ title: `${kind.title} 需改正`, columns: [...own, reason], rows })
}

/** One sentence for each fault, with the cell as it was named in the uploaded file. */
export function reasonOf(kind: SheetKind, { row, faults, candidates }: Finding): string {
  const sentences = faults.map(
    (f) => `原第 ${row} 行${f.cell ? ` ${f.cell}` : ''}${f.header ? `“${f.header}”` : ''}：${f.zh}`,
  )
  if (candidates.length === 0) return sentences.join('\n')
  const distinct = kind.columns.find((column) => column.key === 'distinct')
  const advice = distinct ? `核实后若确是新的，请在“${distinct.header}”填“是”` : '请核实是否重复'
  return `原第 ${row} 行：与已有记录相似：${candidates.map((c) => c.label).join('、')}。${advice}。`
}
