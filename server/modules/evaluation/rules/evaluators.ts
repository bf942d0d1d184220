import type { Role } from '../../../../contracts/accounts/words.ts'
import type { EditionRow } from '../../../rulebook/edition.ts'

/** Who brings which rows: the evaluators of the tables as roles of the product. */
const evaluatorsOf: Partial<Record<Role, readonly string[]>> = {
  'city-official': ['市物业主管部门'],
  'district-official': ['区物业主管部门', '物业主管部门'],
  'street-official': ['街道社区'],
  'community-official': ['街道社区'],
  evaluator: ['考核组'],
  'survey-agency': ['业主'],
}

/** The rows whose facts the holder of these roles brings or grades. */
export function rowsBroughtBy<R extends Pick<EditionRow, 'evaluator'>>(
  grants: readonly { role: Role }[],
  rows: readonly R[],
): R[] {
  const mine = new Set(grants.flatMap((grant) => evaluatorsOf[grant.role] ?? []))
  return rows.filter((row) => mine.has(row.evaluator))
}
