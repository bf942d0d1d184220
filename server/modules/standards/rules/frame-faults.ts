import type { EditionFault } from '../../../../contracts/standards/editions.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'
import type { Scheme } from '../../../rulebook/schema/schemes.ts'
import { refuse } from '../problems.ts'

/** What an edition may not change, since who is scored and how results are named hangs on it: tables, kinds, variants, names of bands. */
export function frameFaults({ scheme }: Proposal, base: Scheme, code: string): EditionFault[] {
  const faults: EditionFault[] = []
  const say = (
    at: Pick<EditionFault, 'part' | 'key' | 'field'>,
    { code: name, zh, en }: { code: string; zh: string; en: string },
  ) => faults.push({ ...at, code: name.replace(/^standards\./, ''), detail: zh, detailEn: en })
  if (scheme.id !== code)
    say({ part: 'scheme', key: '', field: 'id' }, refuse('frame-code', { code, found: scheme.id }))
  if (!/^\d{4}-01-01$/.test(scheme.from) || scheme.to !== null)
    say({ part: 'scheme', key: '', field: 'from' }, refuse('frame-from', {}))
  for (const table of base.tables) {
    const own = scheme.tables.find(({ id }) => id === table.id)
    const at = (field: string) => ({ part: 'table', key: table.id, field }) as const
    if (!own) {
      say(at('id'), refuse('frame-table', { table: table.id }))
      continue
    }
    if (own.subject !== table.subject || own.variants.join() !== table.variants.join())
      say(at('variants'), refuse('frame-subject', { table: table.id }))
    for (const { name } of own.bands)
      if (!table.bands.some((band) => band.name === name))
        say(at('bands'), refuse('frame-band', { table: table.id, band: name }))
  }
  for (const { id } of scheme.tables)
    if (!base.tables.some((table) => table.id === id))
      say({ part: 'table', key: id, field: 'id' }, refuse('frame-table', { table: id }))
  return faults
}
