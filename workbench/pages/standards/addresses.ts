import type { PaperKind } from '../../../contracts/standards/words.ts'
import { queryOf } from '../../api/address.ts'

const pages: Record<string, string> = { '1': 'A.1', '2': 'A.2', '3': 'A.3', '4': 'A.4' }

/** The row of the rule-book's table, opened; a row's first figure names its table. */
export const rowAddress = (row: string): string =>
  `/standards/tables/${pages[row[0] ?? ''] ?? 'A.1'}?${queryOf({ row })}`
export const clauseAddress = (clause: string): string => `/standards/clauses?${queryOf({ clause })}`

/** Where a paper of the rule-book is read. */
export function paperAddress(kind: PaperKind, id: string): string {
  switch (kind) {
    case 'indicator':
      return rowAddress(id)
    case 'clause':
      return clauseAddress(id)
    case 'requirement':
      return `/standards/requirements?${queryOf({ text: id })}`
    case 'limit':
      return `/standards/limits?${queryOf({ text: id })}`
    case 'ruling':
      return `/standards/rulings?${queryOf({ text: id })}`
  }
}
