import { type ClaimLevel, claimLevels } from '../../../../../contracts/petitions/words.ts'
import type { Claim } from '../claim.ts'
import type { Handler } from '../events.ts'

const height = (level: ClaimLevel) => claimLevels.indexOf(level)

/** Given to somebody below the office that leads, a claim stays at that office's level: it never climbs there again. */
export const givenTo = (claim: Claim, handler: Handler): Partial<Claim> => {
  const leading = claim.leader?.level ?? handler.level
  return { handler, level: height(leading) > height(handler.level) ? leading : handler.level }
}

/** Whoever had a hand in it; what the clock or the system wrote has none. */
export const withHand = ({ hands }: Claim, by: string | null): readonly string[] =>
  by === null || hands.includes(by) ? hands : [...hands, by]
