import { hash } from 'node:crypto'
import { leadingOf, type PermanentNumbers } from './rules/draw/permanent-numbers.ts'

/** The way of drawing, whose every byte is told in docs/decisions/0010-a-survey-is-estimated-by-its-design.md. */
export const drawAlgorithm = 'gongzhi-survey-draw/1'

/** What is published of the seed before the draw: SHA-256 of its text in UTF-8. */
export const surveySeedHash = (seed: string): string => hash('sha256', seed, 'hex')

/**
 * SHA-256 of "gongzhi-survey-draw/1 LF seed LF public number LF key", UTF-8. Plain SHA-256 behind a secret prefix serves
 * as well as HMAC here: nobody sees a number before the seed is revealed, and it takes a third of a microsecond where
 * Node's HMAC takes nine. One line of a shell repeats it.
 * @param number public number, '' where none is mixed in
 */
export function permanentNumbers(seed: string, number: string, units: readonly string[]): PermanentNumbers {
  const prefix = `${drawAlgorithm}\n${seed}\n${number}\n`
  const whole = (row: number) => hash('sha256', prefix + units[row], 'hex')
  return { leading: Float64Array.from(units, (_, row) => leadingOf(whole(row))), whole }
}
