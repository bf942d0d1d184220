import { statSync } from 'node:fs'
import { checkEdition } from './checks/index.ts'
import { type Fault, makeFault, RulebookError } from './fault.ts'
import { RULEBOOK_FOLDER } from './load.ts'
import type { Parts } from './parts.ts'
import { addTable, readParts } from './read-parts.ts'
import { proposalFile } from './schema/proposal.ts'
import { parseSource, readSource, type SourceFile } from './source-file.ts'
import { validate } from './validate.ts'

export interface Proposal {
  edition: string
  tables: string[]
  rows: number
  faults: Fault[]
}

/**
 * Checks a proposed edition ({scheme, indicators, limits?}) or one table's file ({table, edition, rows})
 * against the standing facts, limits, clauses and rulings. Throws RulebookError when those are broken themselves.
 */
export function checkProposal(path: string, folder: string = RULEBOOK_FOLDER): Proposal {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    return { ...nothing, faults: [makeFault(path, 1, 'file-missing', { path })] }
  return checkSource(readSource(path, path), folder)
}

/** The same for a text that somebody pasted or uploaded; faults name it as `name`. */
export function checkProposalText(text: string, name: string, folder: string = RULEBOOK_FOLDER): Proposal {
  return checkSource(parseSource(name, text), folder)
}

const nothing = { edition: '', tables: [], rows: 0 }

function checkSource(file: SourceFile, folder: string): Proposal {
  if (file.faults.length > 0) return { ...nothing, faults: file.faults }
  const baseFaults: Fault[] = []
  const base = readParts(folder, baseFaults)
  if (baseFaults.length > 0) throw new RulebookError(baseFaults)
  const faults: Fault[] = []
  const parts = isTable(file) ? withTable(base, file, faults) : withProposal(base, file, faults)
  if (faults.length === 0) faults.push(...checkEdition(parts))
  return {
    edition: parts.schemes[0]?.value.id ?? '',
    tables: [...new Set(parts.rows.map((r) => r.table))],
    rows: parts.rows.length,
    faults,
  }
}

function isTable({ data }: SourceFile): boolean {
  return typeof data === 'object' && data !== null && 'table' in data
}

/** One table is judged by the standing edition that it names, and only by that table of it. */
function withTable(base: Parts, file: SourceFile, faults: Fault[]): Parts {
  const parts: Parts = { ...base, rows: [] }
  addTable(file, parts, faults)
  const [row] = parts.rows
  const schemes = base.schemes.filter((s) => s.value.id === row?.edition)
  parts.schemes = schemes.map((s) => {
    const tables = s.value.tables.filter((t) => t.id === row?.table)
    return { ...s, value: { ...s.value, tables } }
  })
  return parts
}

/** The standing papers with a proposed edition in the place of theirs. */
export function withProposal(base: Parts, file: SourceFile, faults: Fault[]): Parts {
  const proposal = validate(file, proposalFile, faults)
  if (!proposal) return base
  const limits = (proposal.limits ?? []).map((value, i) => ({ value, file, path: ['limits', i] }))
  const replaced = new Set(limits.map((l) => l.value.id))
  return {
    ...base,
    schemes: [{ value: proposal.scheme, file, path: ['scheme'] }],
    limits: [...base.limits.filter((l) => !replaced.has(l.value.id)), ...limits],
    rows: proposal.indicators.flatMap(({ table, edition, rows }, t) =>
      rows.map((value, i) => ({ value, file, path: ['indicators', t, 'rows', i], table, edition })),
    ),
  }
}
