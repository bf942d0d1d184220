import type { EditionFault } from '../../../../contracts/standards/editions.ts'
import type { PlacedFault } from '../../../rulebook/check-document.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'

/** Names the row, table or limit in which a fault of the document lies. */
export function placeFault(document: Proposal, { path, code, zh, en }: PlacedFault): EditionFault {
  return { ...placeOf(document, path), code, detail: zh, detailEn: en }
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

function placeOf(
  { scheme, indicators, limits }: Proposal,
  path: PlacedFault['path'],
): Pick<EditionFault, 'part' | 'key' | 'field'> {
  const [head, first, second, third, ...rest] = path
  if (head === 'scheme' && first === 'tables') {
    const table = scheme?.tables?.[Number(second)]
    return { part: 'table', key: table?.id ?? '', field: fieldOf([third ?? '', ...rest]) }
  }
  if (head === 'scheme') return { part: 'scheme', key: '', field: fieldOf(path.slice(1)) }
  if (head === 'indicators' && second === 'rows' && third !== undefined) {
    const row = indicators?.[Number(first)]?.rows?.[Number(third)]
    return { part: 'row', key: row?.id ?? '', field: fieldOf(rest) }
  }
  if (head === 'limits')
    return { part: 'limit', key: limits?.[Number(first)]?.id ?? '', field: fieldOf(path.slice(2)) }
  return { part: 'document', key: '', field: fieldOf(path) }
}
