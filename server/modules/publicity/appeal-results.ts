import { createHash } from 'node:crypto'
import type { DomainEvent, Telling } from '../../access/tell.ts'
import type { Context } from '../../access/context.ts'
import { edition, type EditionRow, type Editions } from '../../rulebook/load.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { Fraction } from '../../values/fraction.ts'
import { type EnteredReading, readEntered, type Shifted } from '../evaluation/index.ts'
import { refuse } from './problems.ts'
import { whyUndecidable } from './rules/appeals/decidable.ts'
import { concerned, wordsOfMoved } from './rules/appeals/moved.ts'
import { firmsOf, standingResult } from './storage/appeals/shifts.ts'
import type { Scene } from './storage/appeals/scenes.ts'

export interface Cells {
  numerator?: string | null | undefined
  denominator?: string | null | undefined
  value?: string | null | undefined
}

/** The rows of a subject's table by number, and what a decision enters for them. */
export async function papersOf(
  editions: Editions,
  { edition: id, to, tableId, year }: Pick<Scene, 'edition' | 'to' | 'tableId' | 'year'>,
) {
  const rulebook = await editions.rulebookOf(id)
  const table = edition(rulebook, id, to).tables[tableId]
  const rows = new Map((table?.rows ?? []).map((row) => [row.id, row]))
  /** @throws a refusal where the row cannot be decided by itself */
  function decidable(indicator: string): { row: EditionRow; fact: string } {
    const row = rows.get(indicator)
    const why = row ? whyUndecidable(row) : 'row-follows'
    if (why === 'row-of-findings') throw refuse(why, { row: indicator }, { field: 'rows', clause: 'A.3.3' })
    if (why || !row?.fact) throw refuse('row-follows', { row: indicator }, { field: 'rows' })
    return { row, fact: row.fact }
  }
  /** @throws a refusal that names the row, or the cell */
  function read(
    indicator: string,
    cells: Cells | null | undefined,
  ): { row: EditionRow; fact: string; reading: EnteredReading } {
    const { row, fact } = decidable(indicator)
    const given = {
      numerator: cells?.numerator ?? '',
      denominator: cells?.denominator ?? '',
      value: cells?.value ?? '',
    }
    if (given.numerator === '' && given.value === '')
      throw refuse('reading-missing', { row: indicator }, { field: 'rows' })
    return { row, fact, reading: readEntered(rulebook, fact, given, year) }
  }
  return { rows, decidable, read, title: table?.title ?? '' }
}

/** One result as other systems are told of it; the hash is that of its line in the archive. Nothing where it has no score. */
export async function resultNow(ctx: Context, subjectId: string) {
  const found = await standingResult(ctx.db, subjectId)
  if (!found?.line) return undefined
  const { line, roundId, year, edition: papers, kind, code, uscc, name, table } = found
  return {
    roundId,
    year,
    edition: papers,
    subject: { kind, code, uscc: uscc === '' ? null : uscc, name },
    table,
    total: Fraction.parse(line.total).toFixed(2),
    band: line.band,
    rank: line.rank,
    hash: createHash('sha256').update(canonicalJson(line)).digest('hex'),
  }
}

/** @throws nothing: a subject without a score has nothing to tell other systems */
export async function appealDecidedEvent(
  ctx: Context,
  {
    appealId,
    subjectId,
    rows,
    changed,
  }: { appealId: string; subjectId: string; rows: string[]; changed: boolean },
): Promise<DomainEvent[]> {
  const result = await resultNow(ctx, subjectId)
  if (!result) return []
  // What was published stood, or was changed: the event speaks of the result, not of the appeal.
  const decision = changed ? 'changed' : 'upheld'
  return [{ name: 'evaluation.appeal-decided', data: { ...result, appealId, rows, decision } }]
}

/** Everybody else whose place moved is told, once, of all that is his. */
export async function tellsOfMoved(
  ctx: Context,
  shifts: readonly Shifted[],
  why: { roundId: string; roundName: string; subjectId: string; key: string; zh: string; en: string },
): Promise<Telling[]> {
  const moved = shifts.filter(
    ({ subjectId, rankBefore, rankAfter }) => subjectId !== why.subjectId && rankBefore !== rankAfter,
  )
  const projects = moved.filter(({ kind }) => kind === 'compound').map(({ placeId }) => placeId)
  const firms = await firmsOf(ctx.db, why.roundId, projects)
  return concerned(moved, firms).map(({ key, to, moved: own }) => {
    const words = wordsOfMoved(own)
    return {
      to: [to],
      zh: `“${why.roundName}”${why.zh}，排名随之变化：${words.zh}。`,
      en: `${why.roundName}: ${why.en}; ranks moved: ${words.en}.`,
      link: `/evaluation/rounds/${why.roundId}/subjects/${own[0]?.subjectId}`,
      key: `${why.key}:moved:${key}`,
    }
  })
}
