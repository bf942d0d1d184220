import type { Outcome } from '../../../../contracts/petitions/words.ts'
import type { PetitionMeans } from '../means.ts'
import { proofResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { needsReason, outcomeAtClosing } from '../rules/closing.ts'
import { needsProof } from '../rules/proof.ts'
import { hasProof } from '../storage/has-proof.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

/** 审核通过. Who may is policy: an office over whoever answered, and there nobody who had a hand in it. */
export const reviewClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.review',
    kind: 'reviewed',
    decide: (ctx, { now }, { note }: StepInput & { note: string }) => [
      { kind: 'reviewed', at: now, by: ctx.actor.id, data: { note } },
    ],
  })

/** 重办: the answer does not do, or the visit found the reporter unsatisfied. */
export const sendClaimAgain = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.send-again',
    kind: 'sent-again',
    decide: (ctx, { claim, now }, { reason }: StepInput & { reason: string }) => [
      {
        kind: 'sent-again',
        at: now,
        by: ctx.actor.id,
        data: { by: claim.state === 'answered' ? 'review' : 'visit', reason },
      },
    ],
    tells: (_ctx, { filed, claim }, { reason }) => [
      {
        to: audienceOf(claim.handler, filed),
        zh: `诉求 ${filed.number}（${filed.placeName}）退回重办：${reason}`,
        en: `Claim ${filed.number} was sent back to be done again.`,
        link: pageOf(filed),
      },
    ],
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已退回重新办理。'),
  })

interface Closing extends StepInput {
  outcome?: Outcome | undefined
  reason?: string | undefined
}

/** 办结. */
export const closeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.close',
    kind: 'closed',
    decide(ctx, { claim, now }, { outcome: wanted, reason }: Closing) {
      if (needsReason(claim) && !reason)
        throw refuse('reason-to-close', {}, { field: 'reason', clause: '6.4.2' })
      const outcome = outcomeAtClosing(claim, wanted)
      if (outcome === null) throw refuse('not-confirmed', {}, { field: 'outcome', clause: '6.4.2' })
      return [{ kind: 'closed', at: now, by: ctx.actor.id, data: { outcome, ...(reason ? { reason } : {}) } }]
    },
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已办结。未解决的，可在“我的诉求”申请重办。'),
  })

/** 销号: proof, answer and visit, or its attempts, are there. */
export const strikeOffClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.strike-off',
    kind: 'struck-off',
    async decide(ctx, { filed, claim, now }, { note }: StepInput & { note: string }) {
      if (claim.answeredAt === null || claim.visitedAt === null)
        throw refuse('not-complete', {}, { clause: '6.4.2' })
      if (needsProof(claim, claim.outcome) && !(await hasProof(ctx.db, proofResource, filed.id)))
        throw refuse('proof-missing', {}, { clause: '6.4.2' })
      return [{ kind: 'struck-off', at: now, by: ctx.actor.id, data: { note } }]
    },
  })
