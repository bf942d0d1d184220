import { Fraction } from '../../../values/fraction.ts'

/** The published scale of a row of the negative list (C23). */
export interface Scale {
  severities: Readonly<Record<string, string | number>>
  least: Fraction
  most: Fraction
}

/** What a severity weighs: a name of the scale, or the points of the finding within its range; undefined for anything else. */
export function pointsOf(said: string, { severities, least, most }: Scale): Fraction | undefined {
  const named = Object.hasOwn(severities, said) ? severities[said] : undefined
  if (named !== undefined) return Fraction.parse(String(named))
  const points = Fraction.find(said)
  return points && points.compare(least) >= 0 && points.compare(most) <= 0 ? points : undefined
}
