import { shanghaiDay } from '../../../values/days.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import { unrated } from '../rules/claim.ts'
import { daysOf, mayEndUnreached } from '../rules/closing.ts'
import type { Rating } from '../rules/events.ts'
import { countOf, type LimitOn } from '../rules/terms.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'

const asked = (limits: LimitOn, now: string) => {
  const day = shanghaiDay(new Date(now))
  return { times: countOf(limits, 'visit-tries', day), days: countOf(limits, 'visit-try-days', day) }
}

/** Nobody answered; how often was tried, and whether that is enough, is said with it. */
export const tryVisit = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.visit',
    kind: 'visit-tried',
    decide: (ctx, { now }, { note }: StepInput & { note: string }) => [
      { kind: 'visit-tried', at: now, by: ctx.actor.id, data: { note } },
    ],
    answers: ({ claim }) => ({
      tries: claim.tries.length,
      days: daysOf(claim.tries),
      mayEnd: mayEndUnreached(claim.tries, asked(means.limits, claim.at)),
    }),
  })

interface Visiting extends StepInput {
  result: 'reached' | 'unreached'
  rating?: Rating | undefined
  note: string
}

/** 回访: what the reporter said of response, solution and satisfaction; nobody changes it afterwards. */
export const visitClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.visit',
    kind: 'visited',
    decide(ctx, { claim, now, reading }, { result, rating, note }: Visiting) {
      if (result === 'unreached') {
        const needed = asked(reading.limits, now)
        if (!mayEndUnreached(claim.tries, needed))
          throw refuse(
            'tries-missing',
            { ...needed, made: claim.tries.length, on: daysOf(claim.tries) },
            { clause: '6.4.2' },
          )
      } else if (!rating || Object.values(rating).every((one) => one === null))
        throw refuse('rating-missing', {}, { field: 'rating', clause: '6.4.2' })
      const said = result === 'reached' && rating ? rating : unrated
      return [
        { kind: 'visited', at: now, by: ctx.actor.id, data: { result, rating: said, note, by: 'official' } },
      ]
    },
    tells: (_ctx, { filed, claim }) =>
      claim.rating.solved === false || claim.rating.satisfied === false
        ? [
            {
              to: audienceOf(claim.handler, filed),
              zh: `诉求 ${filed.number}（${filed.placeName}）回访结果为未解决或不满意，请准备重办或说明。`,
              en: `The visit about claim ${filed.number} found it unsolved or the reporter unsatisfied.`,
              link: pageOf(filed),
            },
          ]
        : [],
  })
