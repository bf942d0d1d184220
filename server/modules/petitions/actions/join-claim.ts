import { stateNames, isOpen } from '../../../../contracts/petitions/words.ts'
import { defineAction } from '../../../access/action.ts'
import { residentPhone } from '../../residents/index.ts'
import { refuse } from '../intake-problems.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { addFollower } from '../storage/join.ts'
import { advance } from './advance.ts'

/** 我也遇到了: whoever met the same is told what becomes of it, instead of a claim of his own. */
export const joinClaim = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.join-own',
    on: ({ id }: { id: string }) => ({ resource: claimResource, id }),
    async run(ctx, { id }) {
      const phone = await residentPhone(ctx)
      let count = 0
      const { filed } = await advance(ctx, means, id, async ({ filed: found, claim, now }) => {
        if (found.reporterPhoneMark === phone.mark) throw refuse('follow-own')
        if (!isOpen(claim.state)) throw refuse('follow-ended', { state: stateNames[claim.state] })
        const added = await addFollower(ctx.db, id, { phone: phone.sealed, mark: phone.mark, at: now })
        count = added.count
        return added.isNew ? [{ kind: 'followed', at: now, by: null, data: { count } }] : []
      })
      const text = `您已加入诉求 ${filed.number}，有进展会短信告诉您。`
      return {
        answer: { number: filed.number, followers: count },
        audit: {
          resource: claimResource.name,
          id,
          summary: `居民加入诉求 ${filed.number}`,
          detail: { count },
        },
        texts: [{ phone: phone.sealed, zh: text, key: `petitions.${id}.join.${phone.mark}` }],
      }
    },
  })
