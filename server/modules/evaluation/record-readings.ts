import type { Context } from '../../access/context.ts'
import type { Rulebook } from '../../rulebook/load.ts'
import { type Entry, factIndex, factKey } from './rules/examine-fact.ts'
import { beyondWhole } from './rules/part-of-whole.ts'
import { type Cells, readCells } from './rules/read-cells.ts'
import { cellRefusals } from './rules/read-cells-texts.ts'
import { refuse } from './problems.ts'
import { type Saved, saveFacts } from './storage/declared-facts.ts'

export type { Entry as GivenReading } from './rules/examine-fact.ts'
export type { Cells as EnteredCells } from './rules/read-cells.ts'

/** The parts of a reading that a person enters; exact numbers as text. */
export type EnteredReading = Pick<Entry, 'numerator' | 'denominator' | 'value' | 'named' | 'notApplicable'>

/**
 * Reads what a person enters for a fact: 是/否, AA, 优, 75%, 9 and 12, 不适用.
 * @param year whose papers say how many items a list has
 * @throws a refusal that names the cell
 */
export function readEntered(rulebook: Rulebook, factId: string, cells: Cells, year: number): EnteredReading {
  const fact = rulebook.facts[factId]
  if (!fact) throw refuse('fact-unknown', { fact: factId }, { field: 'fact' })
  const read = readCells(cells, fact)
  if (!read.ok) throw refuse('cell-refused', cellRefusals[read.reason], { field: read.column ?? 'value' })
  const { numerator, denominator, value, name, notApplicable } = read.value
  const beyond =
    notApplicable === null && beyondWhole(read.value, fact, factIndex(rulebook).wholeIn(fact, year))
  if (beyond)
    throw refuse(
      'cell-refused',
      { reason: beyond.reason, reasonEn: beyond.reasonEn },
      { field: beyond.column },
    )
  return {
    numerator: numerator?.toDecimal(12) ?? null,
    denominator: denominator?.toDecimal(12) ?? null,
    value: value?.toDecimal(12) ?? null,
    named: name,
    notApplicable,
  }
}

/**
 * Readings that people of the procedure give: self-reports, grades, overrides, decisions, incidents. They lie with the
 * other recorded facts, each by its natural key, with all earlier versions. The caller has guarded who may.
 * @returns by `factKey`
 */
export const recordReadings = (ctx: Context, readings: readonly Entry[]): Promise<Map<string, Saved>> =>
  saveFacts(
    ctx.db,
    readings.map((entry) => ({ key: factKey(entry), entry })),
    { by: ctx.actor.id, at: ctx.clock.now().toISOString(), needsReason: false },
  )
