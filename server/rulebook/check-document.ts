import { checkEdition } from './checks/index.ts'
import { type Fault, RulebookError } from './fault.ts'
import { RULEBOOK_FOLDER } from './load.ts'
import type { Parts } from './parts.ts'
import { withProposal } from './check-proposal.ts'
import { readParts } from './read-parts.ts'
import type { Path, SourceFile } from './source-file.ts'

/** A fault with the place in the document where it lies: ['indicators', 0, 'rows', 3, 'points']. */
export type PlacedFault = Omit<Fault, 'file' | 'line'> & { path: Path }

/** Checks an edition that lies in memory against the standing papers; form first, then everything that must hold across it. */
export function checkDocument(data: unknown): PlacedFault[] {
  const places: Path[] = []
  // Such a file has no lines: in their stead it numbers the places that the checks name.
  const file: SourceFile = { name: '', data, faults: [], lineOf: (path) => places.push(path) - 1 }
  const faults: Fault[] = []
  const parts = withProposal(standing(), file, faults)
  if (faults.length === 0) faults.push(...checkEdition(parts))
  return faults.map(({ file: _, line, ...fault }) => ({ ...fault, path: places[line] ?? [] }))
}

let kept: Parts | undefined

/** The shipped papers do not change while the process runs. */
function standing(): Parts {
  if (kept) return kept
  const faults: Fault[] = []
  const parts = readParts(RULEBOOK_FOLDER, faults)
  if (faults.length > 0) throw new RulebookError(faults)
  kept = parts
  return parts
}
