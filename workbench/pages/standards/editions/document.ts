import type { Answer } from '../../../../contracts/endpoint.ts'
import type { changeEdition, getDraft } from '../../../../contracts/standards/editions.ts'
import type { Sent } from '../../../../contracts/endpoint.ts'

export type DraftPageData = Answer<typeof getDraft>
export type Fault = DraftPageData['faults'][number]
export type Change = Omit<Sent<typeof changeEdition>['body'], 'base'>

/** A row of the file; parameters and rubric by its mechanism. */
export interface DraftRow {
  id: string
  level1: string
  level1En: string
  level2: string
  level2En: string
  indicator: string
  indicatorEn: string
  points: string
  evaluator: string
  variant: string | null
  levels: string[]
  mechanism: string
  fact?: string | null
  gate?: string
  evidence: string[]
  parameters: Record<string, unknown>
  rubric?: { level: string; share: string; signs: string; signsEn: string }[]
}
export interface DraftTable {
  id: string
  title: string
  titleEn: string
  points: string
  subject: string
  ownersShare: { points: string; evaluators: string[] }
  variants: string[]
  groups: { name: string; nameEn?: string; points: string }[]
  bands: { name: string; nameEn: string; from: string; to: string; includesTo: boolean }[]
}
interface DraftDocument {
  scheme: { title: string; titleEn: string; from: string; tables: DraftTable[] }
  indicators: { table: string; rows: DraftRow[] }[]
}

/** The document as the server checked it: it has the form of the papers. */
export const documentOf = (draft: DraftPageData): DraftDocument => draft.document as unknown as DraftDocument

export const rowsOf = (draft: DraftPageData, table: string): DraftRow[] =>
  documentOf(draft).indicators.find((one) => one.table === table)?.rows ?? []
