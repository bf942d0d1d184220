import type { Interval, ShareMethod } from './proportion-interval.ts'

/** What is asked of a population: shares are means of 0 and 1 with an interval that stays between them. */
export const statistics = ['mean', 'total', 'ratio', 'proportion'] as const
export type Statistic = (typeof statistics)[number]

/** Why a figure is missing, or must not be read as certainty. Nothing here is ever NaN. */
export type Caveat =
  | { code: 'no-answer' }
  | { code: 'one-answer' }
  /** One unit drawn of a larger stratum: its spread cannot be known. */
  | { code: 'lonely-stratum'; strata: string[] }
  /** As many strata as answers: no t to build an interval with. */
  | { code: 'no-degrees-of-freedom' }
  | { code: 'denominator-zero' }
  /** No two answers differ, so that the standard error is 0 though not all were asked. */
  | { code: 'all-alike' }

/** An estimate with what is known of its certainty. */
export interface Estimate {
  statistic: Statistic
  estimate: number | null
  se: number | null
  ci: Interval | null
  /** How `ci` was made; `mean` is the t interval. */
  method: ShareMethod
  level: number
  /** Answers. */
  n: number
  /** Heads that it speaks for: the strata's sizes where they lie wholly in the domain, else the sum of weights; null where neither is known. */
  N: number | null
  /** Answers less strata in which there are any, as R's degf of the subset. */
  df: number
  /** Variance against a simple random sample of as many, without replacement (with, where N is unknown). */
  deff: number | null
  caveat: Caveat | null
}

/** How certainty is to be told. */
export interface Terms {
  /** Of confidence; 0.95 where left out. */
  level?: number | undefined
  /** Of the interval; for shares `logit` where left out, for all else the t interval. */
  method?: ShareMethod | undefined
  /** The ends of the scale of a mean, such as 0 and 100: with `method` its interval stays between them. */
  within?: readonly [low: number, high: number] | undefined
  /**
   * A stratum with a single unit: say so and give no standard error (where left out), or let it differ from the mean of
   * all, which is more careful than it need be (R's survey.lonely.psu = "adjust").
   */
  lonely?: 'say' | 'adjust' | undefined
}
