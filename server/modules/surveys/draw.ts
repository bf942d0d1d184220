import { createHash } from 'node:crypto'
import { drawAlgorithm, permanentNumbers, surveySeedHash } from './random-numbers.ts'
import { type DrawnStratum, type DrawPlan, drawStrata } from './rules/draw/draw-strata.ts'
import {
  type Frame,
  type FrameFault,
  frameFault,
  frameStrata,
  frameText,
  repeatedUnit,
} from './rules/draw/frame.ts'

export interface DrawRequest extends DrawPlan {
  frame: Frame
  /** Any text of one line; its hash is committed to before the draw. */
  seed: string
  /** A public number that nobody could know when the seed was committed to; '' for none. */
  number: string
}

/** A draw that anybody with frame and seed can repeat. */
export interface SurveyDraw {
  algorithm: typeof drawAlgorithm
  /** SHA-256 of the frame’s text in its own order. */
  frameHash: string
  seedHash: string
  strata: DrawnStratum[]
}

/**
 * Draws the sample of a survey round (A.2.3, 6.8.1 e; C25).
 * @returns the draw, or what is wrong with the frame
 * @throws RangeError for a seed or number that is not one line, or a plan that cannot be
 */
export function drawSurvey({ frame, seed, number, ...plan }: DrawRequest): SurveyDraw | FrameFault {
  if (seed === '' || /[\r\n]/.test(seed + number))
    throw new RangeError('the seed and the number are one line each')
  const unfit = frameFault(frame)
  if (unfit) return unfit
  const numbers = permanentNumbers(seed, number, frame.units)
  const repeated = repeatedUnit(frame, numbers.leading)
  if (repeated) return repeated
  const strata = frameStrata(frame)
  const text = createHash('sha256')
  for (const piece of frameText(frame, strata)) text.update(piece)
  return {
    algorithm: drawAlgorithm,
    frameHash: text.digest('hex'),
    seedHash: surveySeedHash(seed),
    strata: drawStrata(strata, numbers, plan),
  }
}
