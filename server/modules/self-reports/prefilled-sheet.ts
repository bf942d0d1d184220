import type { Readable } from 'node:stream'
import type { ReportedRow } from '../../../contracts/self-reports/staff.ts'
import { stanceNames } from '../../../contracts/self-reports/words.ts'
import { type ExportColumn, exportSheet } from '../../platform/spreadsheet/export-sheet.ts'
import { reportColumns } from './report-sheet.ts'

export interface Heading {
  year: number
  code: string
  district: string
}

/** The template of the import with one subject's rows in it: what stands, and what has been said of it so far. */
export function prefilledSheet({ year, code, district }: Heading, rows: readonly ReportedRow[]): Readable {
  const cells: Record<string, (row: ReportedRow) => string | null> = {
    year: () => String(year),
    code: () => code,
    district: () => district,
    row: (row) => row.id,
    title: (row) => row.indicator,
    standing: (row) => (row.withheld ? '' : row.why),
    points: (row) => (row.withheld ? '' : `${Number(row.points)}/${Number(row.max)}`),
    stance: ({ said }) => (said?.stance ? stanceNames[said.stance].zh : null),
    numerator: ({ said }) => said?.entered.numerator ?? null,
    denominator: ({ said }) => said?.entered.denominator ?? null,
    value: ({ said }) => said?.entered.value ?? null,
    note: ({ said }) => said?.note ?? null,
    evidence: ({ said }) => said?.evidenceNote ?? null,
  }
  const columns = reportColumns.map(
    ({ key, header }): ExportColumn<ReportedRow> => ({
      header,
      value: (row) => cells[key]?.(row),
      ...(key === 'standing' || key === 'title' ? { width: 40 } : {}),
    }),
  )
  return exportSheet({ title: '自评申报', columns, rows })
}
