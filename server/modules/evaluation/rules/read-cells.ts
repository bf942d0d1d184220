import type { FactDefinition } from '../../../rulebook/schema/facts.ts'
import { Fraction } from '../../../values/fraction.ts'
import { accepted, type Parsed, refused, tidied } from '../../../values/parsed.ts'
import { type Incident, type Reading, reading } from './reading.ts'

/** One row of a sheet as text; an empty cell and an absent one are the same. */
export interface Cells {
  numerator?: string | undefined
  denominator?: string | undefined
  value?: string | undefined
  note?: string | undefined
}

export type CellColumn = 'numerator' | 'denominator' | 'value'
export type CellRefusal =
  | 'empty'
  | 'number'
  | 'negative'
  | 'zero-denominator'
  | 'half-ratio'
  | 'yes-no'
  | 'level'
  | 'grade'
  | 'share-range'
  | 'score-range'

/** A refusal that knows its column. */
export type ReadCells = Parsed<Reading, CellRefusal> & { column?: CellColumn }

const YES = new Set(['是', '有', '√', 'true', 'yes', 'y', '1'])
const NO = new Set(['否', '无', '没有', '×', 'false', 'no', 'n', '0'])
const GRADES = new Set(['优', '良', '中', '差'])
const NOT_APPLICABLE = new Set(['不适用', 'n/a', 'na', '/'])

/**
 * Reads a declared fact as a person writes it: 是/否, AA, 优, 75%, 9 and 12, 不适用.
 * Severities of the negative list stay names; the row's own scale prices them.
 */
export function readCells(cells: Cells, fact: Pick<FactDefinition, 'shape' | 'levels'>): ReadCells {
  const [numerator, denominator, value] = [cells.numerator, cells.denominator, cells.value].map((c) =>
    tidied(c ?? ''),
  )
  const note = cells.note?.trim() || null
  const excuse = notApplicableReason(value ?? '', note)
  if (excuse !== null) return accepted(reading({ notApplicable: excuse, note }))
  if (numerator || denominator) return readRatio(numerator ?? '', denominator ?? '', note)
  if (!value) return { ...refused('empty'), column: 'value' }
  const read = readValue(value, fact)
  if (!read.ok) return { ...read, column: 'value' }
  return accepted(reading({ ...read.value, note }))
}

/** 不适用 in the value cell, or a note 不适用:原因. */
function notApplicableReason(value: string, note: string | null): string | null {
  const said = /^(?:不适用|N\/A)(?:[:：,，\s]\s*(.*))?$/is.exec(note ?? '')
  if (said) return said[1] || '不适用'
  return NOT_APPLICABLE.has(value.toLowerCase()) ? (note ?? '不适用') : null
}

function readRatio(top: string, bottom: string, note: string | null): ReadCells {
  const numerator = Fraction.find(top)
  const denominator = bottom === '' ? null : Fraction.find(bottom)
  if (top === '') return { ...refused('half-ratio'), column: 'numerator' }
  if (numerator === undefined) return { ...refused('number'), column: 'numerator' }
  if (denominator === undefined) return { ...refused('number'), column: 'denominator' }
  if (numerator.isNegative()) return { ...refused('negative'), column: 'numerator' }
  if (denominator?.isNegative()) return { ...refused('negative'), column: 'denominator' }
  if (denominator?.isZero() && !numerator.isZero())
    return { ...refused('zero-denominator'), column: 'denominator' }
  return accepted(reading({ numerator, denominator, note }))
}

function readValue(
  text: string,
  fact: Pick<FactDefinition, 'shape' | 'levels'>,
): Parsed<Partial<Reading>, CellRefusal> {
  switch (fact.shape) {
    case 'yes-no':
      if (YES.has(text.toLowerCase())) return accepted({ value: Fraction.ONE })
      return NO.has(text.toLowerCase()) ? accepted({ value: Fraction.ZERO }) : refused('yes-no')
    case 'level': {
      const named = fact.levels?.[text] ?? fact.levels?.[text.toUpperCase()]
      if (named !== undefined) return accepted({ value: Fraction.parse(named), name: text })
      const known = Object.entries(fact.levels ?? {}).find(([, v]) =>
        Fraction.find(text)?.equals(Fraction.parse(v)),
      )
      return known ? accepted({ value: Fraction.parse(known[1]), name: known[0] }) : refused('level')
    }
    case 'grade':
      if (GRADES.has(text)) return accepted({ name: text })
      return readNumber(text, Fraction.ONE, 'grade', 'share-range')
    case 'ratio':
    case 'checklist':
    case 'count':
      return readNumber(text, null, 'number', 'share-range')
    case 'score':
      return readNumber(text, Fraction.HUNDRED, 'number', 'score-range')
    case 'deduction':
      return accepted({ name: text })
  }
}

function readNumber(
  text: string,
  most: Fraction | null,
  notNumber: CellRefusal,
  beyond: CellRefusal,
): Parsed<Partial<Reading>, CellRefusal> {
  const percent = text.endsWith('%')
  const plain = Fraction.find(percent ? text.slice(0, -1) : text)
  if (plain === undefined) return refused(notNumber)
  const value = percent ? plain.div(Fraction.HUNDRED) : plain
  if (value.isNegative()) return refused('negative')
  return most !== null && value.compare(most) > 0 ? refused(beyond) : accepted({ value })
}

/** Gathers the rows of one deduction fact: each is an incident keyed by its note, or by its place without one. */
export function gatherIncidents(rows: readonly Reading[]): Reading {
  const incidents = rows.flatMap((row, i): Incident[] => {
    const severity = row.name === null ? row.value : (Fraction.find(row.name) ?? row.name)
    return severity === null ? [] : [{ incident: row.note ?? `#${i + 1}`, severity }]
  })
  return reading({ incidents })
}
