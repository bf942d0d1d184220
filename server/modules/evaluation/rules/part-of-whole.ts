import type { FactDefinition } from '../../../rulebook/schema/facts.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { CellColumn } from './read-cells.ts'
import type { Reading } from './reading.ts'

/** The denominator that a fact must have at most: the months of a year, the items of its list. */
export interface Whole {
  most: Fraction
  /** A list has all its items always; months may be fewer where the service began within the year. */
  exactly: boolean
}

/** What does not fit, said of the cell, in the words of `cell-refused`. */
export interface BeyondWhole {
  column: CellColumn
  reason: string
  reasonEn: string
}

type Fact = Pick<FactDefinition, 'shape' | 'mayExceed' | 'whole' | 'title' | 'titleEn'>

/**
 * What a fact's denominator is by the rule-book itself; undefined where it depends on the subject.
 * @param items how many items the row that reads a checklist asks for, where one does
 */
export function wholeOf(fact: Fact, items: Fraction | undefined): Whole | undefined {
  if (fact.shape === 'checklist') {
    const most = items ?? (fact.whole === undefined ? undefined : Fraction.parse(fact.whole))
    return most && { most, exactly: true }
  }
  return fact.whole === undefined ? undefined : { most: Fraction.parse(fact.whole), exactly: false }
}

/** Refuses more than all of something: 14 of 12 months, 13 of 7 items, 120%. A denominator of 0 says that nothing occurred. */
export function beyondWhole(
  { numerator, denominator, value }: Reading,
  fact: Fact,
  whole: Whole | undefined,
): BeyondWhole | null {
  const said = (column: CellColumn, reason: string, reasonEn: string) => ({ column, reason, reasonEn })
  const top = numerator?.toDecimal(4) ?? ''
  const bottom = denominator?.toDecimal(4) ?? ''
  const all = whole?.most.toDecimal(4) ?? ''
  if (denominator !== null && whole && !denominator.isZero()) {
    const order = denominator.compare(whole.most)
    if (whole.exactly && order !== 0)
      return said(
        'denominator',
        `“${fact.title}”共 ${all} 项，分母应为 ${all}，不是 ${bottom}。请核对。`,
        `${fact.titleEn}: there are ${all} items, so the denominator is ${all}, not ${bottom}.`,
      )
    if (order > 0)
      return said(
        'denominator',
        `“${fact.title}”一年至多 ${all}，分母 ${bottom} 超过了。请核对。`,
        `${fact.titleEn}: a year has ${all} at most, not ${bottom}.`,
      )
  }
  if (fact.mayExceed || !bounded.has(fact.shape)) return null
  if (numerator !== null && denominator !== null && numerator.compare(denominator) > 0)
    return said(
      'numerator',
      `分子 ${top} 大于分母 ${bottom}。请核对。`,
      `The numerator ${top} is greater than the denominator ${bottom}.`,
    )
  const items = value ?? (denominator === null ? numerator : null)
  const limit = fact.shape === 'checklist' ? whole?.most : Fraction.ONE
  if (items === null || limit === undefined || items.compare(limit) <= 0) return null
  const column = value === null ? 'numerator' : 'value'
  return fact.shape === 'checklist'
    ? said(column, `${items.toDecimal(4)} 项多于全部 ${all} 项。请核对。`, `There are only ${all} items.`)
    : said(
        column,
        '比例不能超过 1（100%）。请填写 0 到 1 之间的数、百分数，或分子和分母。',
        'A share is at most 1 (100%).',
      )
}

/** Facts whose numerator is counted among their denominator, unless the rule-book says otherwise. */
const bounded: ReadonlySet<FactDefinition['shape']> = new Set(['ratio', 'checklist', 'yes-no'])
