import { z } from 'zod'
import { comparator, exact, kebab, words } from './primitives.ts'

const empty = z.strictObject({}).default({})

/** Full points when the fact is 是, or when quantity ⟨comparator⟩ limit holds. */
export const booleanParameters = z
  .strictObject({ comparator: comparator.optional(), limit: kebab.optional() })
  .default({})
  .refine((p) => (p.comparator === undefined) === (p.limit === undefined), 'comparator-with-limit')

/** points × min(1, share of the limit, or of 1); `zero` says what a denominator of 0 means (C32). */
export const ratioParameters = z.strictObject({
  zero: z.enum(['full', 'not-applicable']),
  limit: kebab.optional(),
})

/** points × min(1, value / target). */
export const countParameters = z.strictObject({ target: kebab })

const tier = z.strictObject({ at: exact.optional(), share: exact, name: words, nameEn: words.optional() })

/** The tier with the greatest `at` not above the value; a tier without `at` is the lowest. */
export const tiersParameters = z.strictObject({ tiers: z.array(tier).min(2) })

/** points × min(1, items met / of). */
export const checklistParameters = z.strictObject({ of: kebab })

/** Named severities and their points, between the limits `least` and `most`. */
export const deductionParameters = z.strictObject({
  least: kebab,
  most: kebab,
  severities: z.record(words, exact),
})

export const emptyParameters = empty
