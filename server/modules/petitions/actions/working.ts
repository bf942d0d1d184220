import { outcomeNames, type Outcome } from '../../../../contracts/petitions/words.ts'
import { shanghaiDay } from '../../../values/days.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import { answeredInTime, signedInTime } from '../rules/in-time.ts'
import { mayReturn } from '../rules/may-return.ts'
import { needsProof } from '../rules/proof.ts'
import { countOf } from '../rules/terms.ts'
import { attachProof, showPapersTo } from './papers.ts'
import { audienceAbove, audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

/** 签收. */
export const signClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.sign',
    kind: 'signed',
    decide: (ctx, { claim, now, reading }, _input: StepInput) => [
      { kind: 'signed', at: now, by: ctx.actor.id, data: { inTime: signedInTime(claim, now, reading) } },
    ],
  })

/** 退单: back to the office that took it in, with a reason; every third time it climbs by itself. */
export const returnClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.return',
    kind: 'returned',
    decide(ctx, { claim, now, reading }, { reason }: StepInput & { reason: string }) {
      if (!mayReturn(claim, now, reading.calendar, reading.limits)) {
        const days = countOf(reading.limits, 'return-days', shanghaiDay(new Date(claim.dispatchedAt ?? now)))
        throw refuse('returned-late', { days }, { clause: '6.4.2-c' })
      }
      return [{ kind: 'returned', at: now, by: ctx.actor.id, data: { reason } }]
    },
    besides: showPapersTo,
    tells: (_ctx, { filed, claim }, { reason }) =>
      [
        {
          to: audienceOf(claim.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）被退单：${reason}。请重新派单。`,
          en: `Claim ${filed.number} was returned; dispatch it again.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
  })

/** 办理措施. */
export const handleClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.handle',
    kind: 'handling',
    decide: (ctx, { now }, { plan }: StepInput & { plan: string }) => [
      { kind: 'handling', at: now, by: ctx.actor.id, data: { plan } },
    ],
  })

/** 补充情况: by whoever has it, is asked besides, or looks after it. */
export const noteClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.note',
    kind: 'noted',
    decide: (ctx, { now }, { note, documentIds }: StepInput & { note: string; documentIds: string[] }) => [
      {
        kind: 'noted',
        at: now,
        by: ctx.actor.id,
        data: { note, ...(documentIds.length > 0 ? { documentIds } : {}) },
      },
    ],
    besides: (ctx, stepped, { documentIds }) => attachProof(ctx, stepped, documentIds),
  })

interface Answering extends StepInput {
  outcome: Exclude<Outcome, 'unknown'>
  answer: string
  documentIds: string[]
}

/** 答复: with proof of what was done. A claim that stands still goes on with its answer. */
export const answerClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.answer',
    kind: 'answered',
    decide(ctx, { claim, now, reading }, { outcome, answer, documentIds }: Answering) {
      if (documentIds.length === 0 && needsProof(claim, outcome))
        throw refuse('proof-missing', {}, { field: 'documentIds', clause: '6.4.2' })
      const by = ctx.actor.id
      const inTime = answeredInTime(claim, now, reading.calendar)
      const data = { outcome, answer, inTime, ...(documentIds.length > 0 ? { documentIds } : {}) }
      return [
        ...(claim.suspension
          ? [{ kind: 'resumed' as const, at: now, by, data: { by: 'person' as const } }]
          : []),
        { kind: 'answered' as const, at: now, by, data },
      ]
    },
    besides: (ctx, stepped, { documentIds }) => attachProof(ctx, stepped, documentIds),
    tells: (_ctx, { filed, before }, { outcome }) => [
      {
        to: audienceAbove(before.handler, filed),
        zh: `诉求 ${filed.number}（${filed.placeName}）已答复“${outcomeNames[outcome].zh}”，请审核。`,
        en: `Claim ${filed.number} was answered; please review.`,
        link: pageOf(filed),
      },
    ],
    texts: (ctx, stepped) => textResidents(ctx, stepped, '已答复，审核后将回访您。'),
  })
