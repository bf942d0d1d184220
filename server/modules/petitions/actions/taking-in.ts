import { declineNames, type DeclineGround, type LimitClass } from '../../../../contracts/petitions/words.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import { categoryByCode, changeCategory } from '../storage/categories.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

interface Accepting extends StepInput {
  category?: string | undefined
  limitClass?: LimitClass | undefined
}

/** 受理: as it was filed, or under the category that it belongs to; the class of its terms may be set apart. */
export const acceptClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.accept',
    kind: 'accepted',
    async decide(ctx, { filed, claim, now }, { category, limitClass }: Accepting) {
      let own = claim.limitClass
      if (category !== undefined && category !== filed.category) {
        const found = await categoryByCode(ctx.db, category)
        if (!found) throw refuse('category-unknown', {}, { field: 'category' })
        await changeCategory(ctx.db, filed.id, found)
        own = found.limitClass
      }
      return [{ kind: 'accepted', at: now, by: ctx.actor.id, data: { limitClass: limitClass ?? own } }]
    },
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已受理。办理进展可在“我的诉求”查看。'),
  })

/** 不予受理: the right channel is said with the ground. */
export const declineClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.decline',
    kind: 'declined',
    decide: (ctx, { now }, { ground, note }: StepInput & { ground: DeclineGround; note: string }) => [
      { kind: 'declined', at: now, by: ctx.actor.id, data: { ground, note } },
    ],
    tells: (_ctx, { filed, before }, { ground }) =>
      before.handler.bodyId === null && before.handler.placeId === null
        ? []
        : [
            {
              to: audienceOf(before.handler, filed),
              zh: `诉求 ${filed.number}（${filed.placeName}）不予受理：${declineNames[ground].zh}`,
              en: `Claim ${filed.number} was not accepted: ${declineNames[ground].en}`,
              link: pageOf(filed),
            },
          ],
    texts: (ctx, stepped, { ground }) =>
      textResidents(ctx, stepped, `不予受理。${declineNames[ground].zh}。`),
  })
