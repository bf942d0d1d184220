import type { EditionFault } from '../../../../contracts/standards/editions.ts'
import type { Indicator } from '../../../rulebook/schema/indicators.ts'
import { refuse } from '../problems.ts'
import type { Successor } from './change-part.ts'

/** How many grades and declared facts of a fact are recorded for the edition's years, and for which. */
export interface RecordedOf {
  fact: string
  count: number
  years: readonly number[]
}

type Row = Pick<Indicator, 'id' | 'indicator' | 'fact'>

/** Rows of the base whose number is gone from the draft, or reads another fact there. */
export const goneRows = (base: readonly Row[], draft: readonly Row[]): Row[] =>
  base.filter((row) => {
    const now = draft.find(({ id }) => id === row.id)
    return typeof row.fact === 'string' && now?.fact !== row.fact
  })

/**
 * What has been recorded for the edition's years must not be lost: a row that is gone and has grades or declared facts
 * needs a successor that reads the same fact.
 */
export function lostRows(
  base: readonly Row[],
  draft: readonly Row[],
  { recorded, successors }: { recorded: readonly RecordedOf[]; successors: readonly Successor[] },
): EditionFault[] {
  return goneRows(base, draft).flatMap((row): EditionFault[] => {
    const told = recorded.find(({ fact }) => fact === row.fact)
    const successor = successors.find(({ from }) => from === row.id)
    const heir = draft.find(({ id }) => id === successor?.to)
    if (successor && heir?.fact !== row.fact)
      return [at(row, refuse('successor-other', { row: row.id, to: successor.to }))]
    if (successor || !told || told.count === 0) return []
    const params = { row: row.id, name: row.indicator, count: told.count, years: told.years.join('、') }
    return [at(row, refuse('row-has-readings', params))]
  })
}

const at = (row: Row, { code, zh, en }: { code: string; zh: string; en: string }): EditionFault => ({
  part: 'successor',
  key: row.id,
  field: 'to',
  code: code.replace(/^standards\./, ''),
  detail: zh,
  detailEn: en,
})
