import type { EditionFault } from '../../../contracts/standards/editions.ts'
import type { Db } from '../../platform/database/database.ts'
import { checkDocument } from '../../rulebook/check-document.ts'
import type { Editions } from '../../rulebook/load.ts'
import { type Proposal, proposalFile } from '../../rulebook/schema/proposal.ts'
import { refuse } from './problems.ts'
import type { Draft } from './rules/change-part.ts'
import { frameFaults } from './rules/frame-faults.ts'
import { goneRows, lostRows } from './rules/lost-rows.ts'
import { placeFault } from './rules/place-fault.ts'
import { recordedSince, type StoredEdition } from './storage/editions.ts'

/** The document in the paper's form. @throws a refusal with every fault of form */
export function wellFormed(document: Proposal): Proposal {
  const read = proposalFile.safeParse(document)
  if (read.success) return read.data
  const faults = checkDocument(document).map((fault) => placeFault(document, fault))
  const refused = faults.map(({ field, detail, detailEn, key }) =>
    refuse(
      'part-faulty',
      { reason: { zh: `${key} ${detail}`.trim(), en: `${key} ${detailEn}`.trim() } },
      { field },
    ),
  )
  throw refuse(
    'part-faulty',
    { reason: { zh: refused[0]?.zh ?? '', en: refused[0]?.en ?? '' } },
    { field: faults[0]?.field ?? 'value' },
    refused,
  )
}

/** Everything that keeps a draft from being submitted: sums, references, dates, its frame, and rows that would be lost. */
export async function checkDraft(
  db: Db,
  editions: Editions,
  { document, successors, basedOn, code }: Draft & Pick<StoredEdition, 'basedOn' | 'code'>,
): Promise<EditionFault[]> {
  const base = await editions.rulebookOf(basedOn)
  const scheme = base.schemes[basedOn]
  const faults = checkDocument(document).map((fault) => placeFault(document, fault))
  const framed = scheme ? frameFaults(document, scheme, code) : []
  const before = Object.values(base.rows[basedOn] ?? {}).flat()
  const now = document.indicators.flatMap(({ rows }) => rows)
  const recorded =
    goneRows(before, now).length > 0 ? await recordedSince(db, Number(document.scheme.from.slice(0, 4))) : []
  return [...faults, ...framed, ...lostRows(before, now, { recorded, successors })]
}
