import { type Edition, edition, type Editions, limitAt, type Rulebook } from '../../rulebook/load.ts'
import type { Over } from '../fact-source.ts'
import type { Round } from './storage/rounds.ts'

/** What a round is scored by: its own edition, with limits and rulings at the end of its period. */
export interface RoundPapers {
  rulebook: Rulebook
  edition: Edition
  figures: Pick<Over, 'limit' | 'ruling'>
}

/** The one way from a round to its edition, shipped or published by the city. @throws RangeError for an unknown one */
export async function papersOf(
  { editions }: { editions: Editions },
  round: Pick<Round, 'edition' | 'to'>,
): Promise<RoundPapers> {
  const rulebook = await editions.rulebookOf(round.edition)
  return {
    rulebook,
    edition: edition(rulebook, round.edition, round.to),
    figures: figuresAt(rulebook, round.to),
  }
}

/** Limits and rulings as they stand on a day. */
export function figuresAt(rulebook: Rulebook, day: string): Pick<Over, 'limit' | 'ruling'> {
  return {
    limit: (id) => limitAt(rulebook, id, day).value.toString(),
    ruling: (id, parameter) => rulebook.rulings[id]?.parameters[parameter],
  }
}
