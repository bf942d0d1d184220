import { z } from 'zod'
import { indicatorsFile } from './indicators.ts'
import { limitsFile } from './limits.ts'
import { scheme } from './schemes.ts'

/** An edition somebody proposes, in one file; its limits stand in for those of the same id. */
export const proposalFile = z.strictObject({
  scheme,
  indicators: z.array(indicatorsFile).min(1),
  limits: limitsFile.optional(),
})

export type Proposal = z.infer<typeof proposalFile>
