import { type ClaimLevel, claimLevels } from '../../../../contracts/petitions/words.ts'

/** An office over the claim's place, from the community up to the city. */
export interface Rung {
  level: Exclude<ClaimLevel, 'project'>
  placeId: string
}

/**
 * 6.4.2 d: 项目 → 社区 → 街道 → 区 → 市, one by one; a level without an office there is passed over, and so is the
 * community where the district has switched its step off. Nobody below the district can switch anything off.
 */
export function levelAbove(
  ladder: readonly Rung[],
  level: ClaimLevel,
  skipsCommunity: boolean,
): Rung | undefined {
  const height = (one: ClaimLevel) => claimLevels.indexOf(one)
  return ladder
    .filter((rung) => !(skipsCommunity && rung.level === 'community'))
    .filter((rung) => height(rung.level) > height(level))
    .toSorted((a, b) => height(a.level) - height(b.level))[0]
}
