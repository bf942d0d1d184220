import { z } from 'zod'
import { clauseId, day, exact, kebab, words } from './primitives.ts'

/** A value holds from its first day up to, but not on, its `to`. */
const limit = z.strictObject({
  id: kebab,
  title: words,
  titleEn: words,
  clause: clauseId,
  unit: z.enum([
    'share',
    'count',
    'persons',
    'yuan',
    'points',
    'days',
    'hours',
    'months',
    'yes-no',
    'level',
    'percent',
  ]),
  /** The standard gives no figure: shown as 市里未定，暂用. */
  undecided: z.boolean().default(false),
  values: z.array(z.strictObject({ from: day, to: day.nullable(), value: exact })).min(1),
})

export const limitsFile = z.array(limit)
export type Limit = z.infer<typeof limit>
