import { isOpen } from '../../../../contracts/petitions/words.ts'
import { guard } from '../../../access/guard.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { holdClaim } from '../storage/claims.ts'
import { carryFollowers } from '../storage/followers.ts'
import { advance } from './advance.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

/**
 * 并案: into an open claim about the same. Whoever reported or followed the one follows the lead claim from then on.
 */
export const mergeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.merge',
    kind: 'merged',
    async decide(ctx, { filed, now }, { into }: StepInput & { into: string }) {
      if (into === filed.id) throw refuse('into-itself', {}, { field: 'into' })
      await guard(ctx, 'petitions.merge', { resource: claimResource, id: into })
      const lead = await holdClaim(ctx.db, into, means.limits)
      if (!isOpen(lead.claim.state) || lead.filed.leadId) throw refuse('lead-not-open', {}, { field: 'into' })
      // A follower would learn from the lead claim what its own reporter asked to be kept.
      if (lead.filed.aboutFirm !== filed.aboutFirm) throw refuse('lead-of-other-kind', {}, { field: 'into' })
      return [{ kind: 'merged', at: now, by: ctx.actor.id, data: { into: lead.filed.number } }]
    },
    async besides(ctx, { filed, claim }, { into }) {
      const count = await carryFollowers(ctx.db, filed.id, into, claim.at)
      await advance(ctx, means, into, ({ now }) => [
        { kind: 'followed', at: now, by: ctx.actor.id, data: { count } },
      ])
    },
    tells: (_ctx, { filed, before }) =>
      [
        {
          to: audienceOf(before.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）已并入同一事项，不需单独办理。`,
          en: `Claim ${filed.number} was joined to another about the same.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
    texts: async (ctx, stepped) => {
      const lead = stepped.fresh.find((event) => event.kind === 'merged')
      const number = lead?.kind === 'merged' ? lead.data.into : ''
      return await textResidents(ctx, stepped, `与诉求 ${number} 为同一事项，已合并办理，进展将一并告知您。`)
    },
  })
