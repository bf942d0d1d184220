import { Fraction } from '../../../values/fraction.ts'

interface Group {
  name: string
  /** Points that the table gives the group, as decimal text. */
  points: string
  got: string
}

const share = ({ points, got }: Group) => Fraction.parse(got).div(Fraction.parse(points))

/**
 * The groups with the greatest and the least share of their points; a group without points (the negative list) is
 * neither. Where all have the same share there is no difference to tell: both are null.
 */
export function bestAndWeakest(groups: readonly Group[]): { best: string | null; weakest: string | null } {
  const ranked = groups
    .filter(({ points }) => !Fraction.parse(points).isZero())
    .map((group) => ({ name: group.name, share: share(group) }))
    .sort((a, b) => b.share.compare(a.share))
  const [best, weakest] = [ranked.at(0), ranked.at(-1)]
  if (!best || !weakest || best.share.equals(weakest.share)) return { best: null, weakest: null }
  return { best: best.name, weakest: weakest.share.compare(Fraction.ONE) < 0 ? weakest.name : null }
}

interface Row {
  id: string
  points: string | null
  max: string | null
}

/** Ids of the rows that cost most, at most `most` of them; rows without figures are passed over. */
export function costliest(rows: readonly Row[], most: number): string[] {
  return rows
    .flatMap(({ id, points, max }) =>
      points === null || max === null ? [] : [{ id, lost: Fraction.parse(max).sub(Fraction.parse(points)) }],
    )
    .filter(({ lost }) => lost.compare(Fraction.ZERO) > 0)
    .sort((a, b) => b.lost.compare(a.lost))
    .slice(0, most)
    .map(({ id }) => id)
}
