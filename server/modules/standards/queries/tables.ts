import type { z } from 'zod'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getRow, getTable, listEditions, tableRow } from '../../../../contracts/standards/staff.ts'
import {
  edition,
  type EditionRow,
  type EditionTable,
  isUndecided,
  type Rulebook,
} from '../../../rulebook/load.ts'
import { contains, type Day } from '../../../values/days.ts'
import { refuse } from '../problems.ts'
import { arrivalOf } from '../rules/arrival.ts'
import { papersOn } from './papers.ts'

/** The editions of the rule-book, the latest first. */
/** Published editions: the one in force that day first, then the latest. */
export function editions(rulebook: Rulebook, today: Day): Answer<typeof listEditions> {
  const found = Object.values(rulebook.schemes).map(({ id, title, titleEn, from, to, status, tables }) => ({
    id,
    title,
    titleEn,
    from,
    to,
    status,
    tables: tables.map((t) => ({
      id: t.id,
      title: t.title,
      titleEn: t.titleEn,
      points: t.points,
      rows: rulebook.rows[id]?.[t.id]?.length ?? 0,
    })),
  }))
  const late = (one: (typeof found)[number]) => (contains(one, today) ? 0 : 1)
  return { editions: found.sort((a, b) => late(a) - late(b) || b.from.localeCompare(a.from)) }
}

/** One table in the order of the paper. @throws 404 when the edition has none of that name */
export function table(
  rulebook: Rulebook,
  editionId: string,
  tableId: string,
  today: Day,
): Answer<typeof getTable> {
  const { scheme, tables } = known(rulebook, editionId, today)
  const found = tables[tableId]
  if (!found) throw refuse('table-unknown', { id: tableId })
  const { id, title, titleEn, organiser, organiserEn, points, ownersShare, variants, groups, bands } = found
  return {
    edition: {
      id: scheme.id,
      title: scheme.title,
      titleEn: scheme.titleEn,
      from: scheme.from,
      to: scheme.to,
    },
    table: {
      id,
      title,
      titleEn,
      organiser,
      organiserEn: organiserEn ?? null,
      points,
      ownersShare: { points: ownersShare.points, evaluators: [...ownersShare.evaluators] },
      variants: [...variants],
      groups: groups.map((g) => ({ name: g.name, nameEn: g.nameEn ?? null, points: g.points })),
      bands: bands.map((b) => ({ ...b })),
    },
    rows: found.rows.map((row) => showRow(rulebook, row)),
  }
}

/** One row with all that it rests on, its limits as they stand that day. @throws 404 */
export function row(rulebook: Rulebook, editionId: string, rowId: string, on: Day): Answer<typeof getRow> {
  const { tables, day } = known(rulebook, editionId, on)
  const found = findRow(Object.values(tables), rowId)
  if (!found) throw refuse('row-unknown', { id: rowId })
  const papers = papersOn(rulebook, day)
  const limits = Object.values(found.figures).map(({ id }) => papers.limit(id))
  return {
    table: found.table,
    row: showRow(rulebook, found),
    fact: papers.fact(found.fact),
    gate: papers.fact(found.gate),
    aids: found.aids.flatMap((id) => papers.fact(id) ?? []),
    ...scaleOf(found),
    evidence: [...found.evidence],
    limits,
    clauses: papers.clauses([...found.clauses, ...limits.map((l) => l.clause)]),
    rulings: papers.rulings(found.rulings),
  }
}

type Scale = Pick<Answer<typeof getRow>, 'comparator' | 'zero' | 'tiers' | 'severities' | 'rubric'>

function scaleOf(found: EditionRow): Scale {
  const scale: Scale = { comparator: null, zero: null, tiers: [], severities: [], rubric: [] }
  switch (found.mechanism) {
    case 'boolean':
      return { ...scale, comparator: found.parameters.comparator ?? null }
    case 'ratio':
      return { ...scale, zero: found.parameters.zero }
    case 'tiers': {
      const tiers = found.parameters.tiers.map((t) => ({
        name: t.name,
        nameEn: t.nameEn ?? null,
        at: t.at ?? null,
        share: t.share,
      }))
      return { ...scale, tiers }
    }
    case 'deduction':
      return {
        ...scale,
        severities: Object.entries(found.parameters.severities).map(([name, points]) => ({ name, points })),
      }
    case 'grade':
      return { ...scale, rubric: found.rubric.map((grade) => ({ ...grade })) }
    default:
      return scale
  }
}

const findRow = (tables: readonly EditionTable[], id: string) =>
  tables.flatMap((t) => t.rows).find((r) => r.id === id)

/** An edition asked for on a day before it began is shown as it began. @throws 404 */
function known(rulebook: Rulebook, id: string, on: Day) {
  const scheme = Object.hasOwn(rulebook.schemes, id) ? rulebook.schemes[id] : undefined
  if (!scheme) throw refuse('edition-unknown', { id })
  return edition(rulebook, id, on < scheme.from ? scheme.from : on)
}

function showRow(rulebook: Rulebook, found: EditionRow): z.infer<typeof tableRow> {
  const {
    id,
    level1,
    level1En,
    level2,
    level2En,
    indicator,
    indicatorEn,
    points,
    evaluator,
    variant,
    mechanism,
  } = found
  const named = (paper: { id: string; title: string; titleEn: string }) => ({
    id: paper.id,
    title: paper.title,
    titleEn: paper.titleEn,
  })
  const fact = found.factDefinition
  return {
    id,
    level1,
    level1En,
    level2,
    level2En,
    indicator,
    indicatorEn,
    points,
    evaluator,
    variant,
    levels: [...found.levels],
    mechanism,
    fact: fact ? named(fact) : null,
    arrival: fact ? arrivalOf(fact) : null,
    undecided: isUndecided(found),
    clauses: found.clauses.flatMap((clause) => rulebook.clauses[clause] ?? []).map(named),
    rulings: found.rulings.flatMap((ruling) => rulebook.rulings[ruling] ?? []).map(named),
  }
}
