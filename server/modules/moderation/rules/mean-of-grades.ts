import { Fraction } from '../../../values/fraction.ts'

/** A reading as it was graded; exact numbers as text. */
export interface Said {
  numerator: string | null
  denominator: string | null
  value: string | null
  named: string | null
  notApplicable: string | null
}

/** Mechanisms whose points follow the quantity evenly: half-way between two readings lies half-way between their points. */
const even = new Set(['grade', 'ratio', 'count', 'checklist'])

const two = Fraction.of(2)
const mean = (a: Fraction, b: Fraction) => a.add(b).div(two).toDecimal()

/**
 * The reading half-way between two; undefined where there is none: 是 and 否, levels by name, 不适用.
 * @param shares what named grades are worth, by the row's rubric
 */
export function meanOfGrades(
  mechanism: string,
  shares: ReadonlyMap<string, Fraction>,
  [first, second]: readonly [Said, Said],
): Said | undefined {
  if (!even.has(mechanism) || first.notApplicable !== null || second.notApplicable !== null) return undefined
  const empty = { numerator: null, denominator: null, value: null, named: null, notApplicable: null }
  const { denominator } = first
  if (
    denominator !== null &&
    second.denominator !== null &&
    first.numerator !== null &&
    second.numerator !== null
  ) {
    const [a, b] = [Fraction.parse(first.numerator), Fraction.parse(second.numerator)]
    const isSameWhole = Fraction.parse(denominator).equals(Fraction.parse(second.denominator))
    return isSameWhole ? { ...empty, numerator: mean(a, b), denominator } : undefined
  }
  const [a, b] = [quantity(first, shares), quantity(second, shares)]
  return a && b ? { ...empty, value: mean(a, b) } : undefined
}

function quantity({ named, value, denominator }: Said, shares: ReadonlyMap<string, Fraction>) {
  if (denominator !== null) return undefined
  if (named !== null) return shares.get(named)
  return value === null ? undefined : Fraction.find(value)
}
