import type { Outcome } from '../../../../contracts/petitions/words.ts'
import type { Claim } from './claim.ts'

/** What was done is shown; a question needs no picture, and what could not be done is explained instead. */
export const needsProof = ({ limitClass }: Pick<Claim, 'limitClass'>, outcome: Outcome | null): boolean =>
  limitClass !== 'consult' && outcome !== 'not-solvable' && outcome !== 'not-responsible'
