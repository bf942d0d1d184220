import { Fraction } from '../../../values/fraction.ts'

/** A reading as it was entered or computed; exact numbers as text. */
export interface Said {
  numerator: string | null
  denominator: string | null
  value: string | null
  named: string | null
  notApplicable: string | null
}

/** Where these stand, a grade that says otherwise departs from them and needs a reason. */
const official = ['computed', 'imported', 'surveyed']

/** The proposal that a grade is held against: what records compute goes before what other systems and surveys say. */
export const standingProposal = <P extends { provenance: string }>(proposals: readonly P[]): P | undefined =>
  official.flatMap((provenance) => proposals.filter((one) => one.provenance === provenance))[0]

/** Whether a grade says otherwise than the proposal: by what it comes to, not by how it is written (6/12 is 50%). */
export function departs(given: Said, proposed: Said): boolean {
  if ((given.notApplicable === null) !== (proposed.notApplicable === null)) return true
  if (given.notApplicable !== null) return false
  if (given.named !== null && proposed.named !== null) return given.named !== proposed.named
  const [mine, theirs] = [quantity(given), quantity(proposed)]
  if (mine === null || theirs === null) return textOf(given) !== textOf(proposed)
  return !mine.equals(theirs)
}

/** Null where it names a level, or is nothing out of nothing. */
function quantity({ numerator, denominator, value }: Said): Fraction | null {
  if (numerator !== null) {
    const [top, bottom] = [
      Fraction.parse(numerator),
      denominator === null ? null : Fraction.parse(denominator),
    ]
    if (bottom === null) return top
    return bottom.isZero() ? null : top.div(bottom)
  }
  return value === null ? null : (Fraction.find(value) ?? null)
}

const textOf = ({ numerator, denominator, value, named }: Said) =>
  [numerator, denominator, value, named].map((part) => part ?? '').join('|')

/** How a reading reads: 是, 优, 9/12（75%）, 3. */
export function wordsOf(
  { numerator, denominator, value, named, notApplicable }: Said,
  shape: string,
): string {
  if (notApplicable !== null) return notApplicable === '不适用' ? '不适用' : `不适用：${notApplicable}`
  if (named !== null) return named
  if (numerator !== null && denominator !== null) {
    const [top, bottom] = [Fraction.parse(numerator), Fraction.parse(denominator)]
    const said = `${top.toDecimal(4)}/${bottom.toDecimal(4)}`
    if (bottom.isZero()) return `${said}（没有这类事项）`
    return shape === 'ratio' ? `${said}（${top.mul(Fraction.of(100)).div(bottom).toDecimal(2)}%）` : said
  }
  const one = value ?? numerator
  if (one === null) return '—'
  const exact = Fraction.find(one)
  if (exact === undefined) return one
  if (shape === 'yes-no') return exact.isZero() ? '否' : '是'
  if (shape === 'ratio' || shape === 'grade') return `${exact.mul(Fraction.of(100)).toDecimal(2)}%`
  return exact.toDecimal(4)
}
