import { Fraction } from '../../../values/fraction.ts'

/** A result as an archive states it. */
export interface StatedResult {
  subjectId: string
  totalExact: string
  band: string | null
  rank: number | null
  sha256: string
}
export interface Named {
  id: string
  tableId: string
  kind: 'compound' | 'enterprise' | 'street' | 'community' | 'district'
  code: string
  uscc: string | null
  name: string
}
interface OfRound {
  id: string
  year: number
  edition: string
}

const pointsOf = ({ totalExact }: StatedResult) => Fraction.parse(totalExact).toFixed(2)

/** One result as other systems are told of it. */
export const resultData = (round: OfRound, subject: Named, result: StatedResult) => ({
  roundId: round.id,
  year: round.year,
  edition: round.edition,
  subject: { kind: subject.kind, code: subject.code, uscc: subject.uscc, name: subject.name },
  table: subject.tableId,
  total: pointsOf(result),
  band: result.band,
  rank: result.rank,
  hash: result.sha256,
})

/** What a corrected result replaces. */
export const replacedData = (result: StatedResult) => ({
  total: pointsOf(result),
  band: result.band,
  rank: result.rank,
  hash: result.sha256,
})

export interface Difference {
  before: StatedResult
  after: StatedResult
}

/** Results that are another than the archive before stated: points, band or rank. A result that came out alike keeps its papers. */
export function differing(before: readonly StatedResult[], after: readonly StatedResult[]): Difference[] {
  const earlier = new Map(before.map((one) => [one.subjectId, one]))
  return after.flatMap((result) => {
    const was = earlier.get(result.subjectId)
    return was && was.sha256 !== result.sha256 ? [{ before: was, after: result }] : []
  })
}
