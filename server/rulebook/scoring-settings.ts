import { z } from 'zod'
import { Fraction } from '../values/fraction.ts'
import type { Rulebook } from './rulebook.ts'
import { indicatorId } from './schema/primitives.ts'

/** The rulings that scoring computes with, as the papers give their parameters. */
const SHAPES = {
  C6: z.object({ warnBelow: z.number().int() }),
  C14: z.object({ notAttributableRows: z.array(indicatorId) }),
  C23: z.object({ floor: z.number().int(), oneDeductionPerIncident: z.boolean() }),
  C33: z.object({ gradersAveragedFirst: z.boolean(), weights: z.literal('households') }),
  C36: z.object({ monthsInServiceMinimum: z.number().int(), splitBy: z.literal('contract-days') }),
}

export const SCORING_RULINGS = Object.entries(SHAPES)

export interface ScoringSettings {
  /** Rows whose points go to others where the fact does not exist (C14). */
  readonly notAttributableRows: readonly string[]
  /** No total falls below this, whatever the negative list takes (C23). */
  readonly totalFloor: Fraction
  /** An incident that appears in several rows is deducted once, at its largest (C23). */
  readonly oneDeductionPerIncident: boolean
  /** Several graders of one project are averaged before projects are weighted (C33). */
  readonly gradersAveragedFirst: boolean
  /** Fewer months in service mean 不评 (C36). */
  readonly monthsInServiceMinimum: number
}

/** Throws when a ruling is absent or its parameters are not as scoring needs them; the loader finds that first. */
export function scoringSettings(rulebook: Pick<Rulebook, 'rulings'>): ScoringSettings {
  const parameters = (id: string) => rulebook.rulings[id]?.parameters
  const { notAttributableRows } = SHAPES.C14.parse(parameters('C14'))
  const { floor, oneDeductionPerIncident } = SHAPES.C23.parse(parameters('C23'))
  const { gradersAveragedFirst } = SHAPES.C33.parse(parameters('C33'))
  const { monthsInServiceMinimum } = SHAPES.C36.parse(parameters('C36'))
  return {
    notAttributableRows,
    totalFloor: Fraction.of(floor),
    oneDeductionPerIncident,
    gradersAveragedFirst,
    monthsInServiceMinimum,
  }
}

/** A district with fewer full-time staff is told so, whatever its points (C6). */
export const staffWarnBelow = (rulebook: Pick<Rulebook, 'rulings'>): number =>
  SHAPES.C6.parse(rulebook.rulings.C6?.parameters).warnBelow
