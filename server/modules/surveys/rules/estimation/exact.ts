import { Fraction } from '../../../../values/fraction.ts'

/** What one stratum says, exactly: the sum of its answers' values, and heads for the weight heads ÷ answers. */
export interface ExactStratum {
  population: number
  answered: number
  sum: Fraction
}

/**
 * The stratified mean as an exact fraction, for a score that must not slip over a band's border by rounding (C3).
 * Strata without an answer are left out: the mean speaks for the others only. Denominators stay small, since they
 * divide the product of the numbers of answers that occur. Undefined where nobody answered.
 */
export function exactMean(strata: readonly ExactStratum[]): Fraction | undefined {
  const heard = strata.filter(({ answered }) => answered > 0)
  if (heard.length === 0) return undefined
  return exactTotal(heard).div(
    Fraction.of(heard.reduce((all, { population }) => all + BigInt(population), 0n)),
  )
}

/** The stratified total as an exact fraction, over the strata with answers. */
export function exactTotal(strata: readonly ExactStratum[]): Fraction {
  const byAnswers = new Map<number, Fraction>()
  for (const { population, answered, sum } of strata) {
    if (answered === 0) continue
    const share = sum.mul(Fraction.of(population))
    byAnswers.set(answered, (byAnswers.get(answered) ?? Fraction.ZERO).add(share))
  }
  return Fraction.sum([...byAnswers].map(([answered, sum]) => sum.div(Fraction.of(answered))))
}
