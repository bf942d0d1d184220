import type { PetitionMeans } from '../means.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { showPapersTo } from './papers.ts'
import { defineStep, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

type WithReason = StepInput & { reason: string }

/** 申请重办, asked at the counter or by telephone. */
export const reopenClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.reopen',
    kind: 'reopened',
    decide: (ctx, { now }, { reason }: WithReason) => [
      { kind: 'reopened', at: now, by: ctx.actor.id, data: { reason } },
    ],
    besides: showPapersTo,
    tells: (_ctx, { filed, claim }) =>
      [
        {
          to: audienceOf(claim.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）诉求人申请重办，请重新签收办理。`,
          en: `Claim ${filed.number} was reopened; sign for it again.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已按您的申请重新办理。'),
  })

/** 撤回, as the reporter asked. */
export const withdrawClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.withdraw',
    kind: 'withdrawn',
    decide: (ctx, { now }, { reason }: WithReason) => [
      { kind: 'withdrawn', at: now, by: ctx.actor.id, data: { reason } },
    ],
    tells: (_ctx, { filed, before }) =>
      [
        {
          to: audienceOf(before.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）已由诉求人撤回，不需再办。`,
          en: `Claim ${filed.number} was withdrawn by its reporter.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已按您的要求撤回。'),
  })
