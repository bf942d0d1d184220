import { shanghaiDay } from '../../../values/days.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import { daysStoodStill, extensionFault } from '../rules/more-time.ts'
import { countOf } from '../rules/terms.ts'
import { audienceAbove, audienceOf, pageOf } from './audiences.ts'
import { defineStep, type Stepped, type StepInput } from './step.ts'
import { textResidents } from './tell-residents.ts'

interface Asking extends StepInput {
  days: number
  reason: string
}
interface Settling extends StepInput {
  granted: boolean
  reason: string
}

const tellAbove =
  (what: string, whatEn: string) =>
  (_ctx: unknown, { filed, claim }: Stepped, { days, reason }: Asking) => [
    {
      to: audienceAbove(claim.handler, filed),
      zh: `诉求 ${filed.number}（${filed.placeName}）申请${what} ${days} 个工作日：${reason}。请批复。`,
      en: `Claim ${filed.number}: ${whatEn} of ${days} working days is asked for.`,
      link: pageOf(filed),
    },
  ]
const tellHandler =
  (what: string, whatEn: string) =>
  (_ctx: unknown, { filed, claim }: Stepped, { granted, reason }: Settling) => [
    {
      to: audienceOf(claim.handler, filed),
      zh: `诉求 ${filed.number}（${filed.placeName}）的${what}申请${granted ? '已同意' : `未同意：${reason}`}。`,
      en: `Claim ${filed.number}: the ${whatEn} was ${granted ? 'granted' : 'refused'}.`,
      link: pageOf(filed),
    },
  ]

/** 延期: asked once, before it is due. */
export const askExtension = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.ask-extension',
    kind: 'extension-asked',
    decide(ctx, { claim, now, reading: { calendar, limits } }, { days, reason }: Asking) {
      if (claim.pending) throw refuse('asked-already')
      const most = countOf(limits, 'extension-days', shanghaiDay(new Date(now)))
      const fault = extensionFault(claim, { days, now, most, calendar })
      if (fault) throw refuse(fault, { most }, { field: 'days', clause: '6.4.2-c' })
      return [{ kind: 'extension-asked', at: now, by: ctx.actor.id, data: { days, reason } }]
    },
    tells: tellAbove('延期', 'an extension'),
  })

export const settleExtension = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.settle-extension',
    kind: ({ granted }) => (granted ? 'extension-granted' : 'extension-refused'),
    decide(ctx, { claim, now }, { granted, reason }: Settling) {
      if (claim.pending?.kind !== 'extension') throw refuse('nothing-asked')
      if (!granted && reason.length < 4) throw refuse('reason-missing', {}, { field: 'reason' })
      const by = ctx.actor.id
      return granted
        ? [{ kind: 'extension-granted', at: now, by, data: { days: claim.pending.days } }]
        : [{ kind: 'extension-refused', at: now, by, data: { reason } }]
    },
    tells: tellHandler('延期', 'extension'),
    texts: async (ctx, stepped, { granted }) =>
      granted
        ? await textResidents(
            ctx,
            stepped,
            `延期 ${stepped.before.pending?.days ?? 0} 个工作日办理，敬请谅解。`,
          )
        : [],
  })

/** 挂起: the clock stands still; over all of a round of handling no longer than the cap. */
export const askSuspension = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.ask-suspension',
    kind: 'suspension-asked',
    decide(ctx, { claim, now, reading: { calendar, limits } }, { days, reason }: Asking) {
      if (claim.suspension) throw refuse('suspended-already')
      if (claim.pending) throw refuse('asked-already')
      const cap = countOf(limits, 'suspension-days', shanghaiDay(new Date(now)))
      const most = Math.max(0, cap - daysStoodStill(claim, calendar))
      if (days > most) throw refuse('suspension-long', { most, cap }, { field: 'days', clause: '6.4.2-c' })
      return [{ kind: 'suspension-asked', at: now, by: ctx.actor.id, data: { days, reason } }]
    },
    tells: tellAbove('挂起', 'a suspension'),
  })

export const settleSuspension = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.settle-suspension',
    kind: ({ granted }) => (granted ? 'suspended' : 'suspension-refused'),
    decide(ctx, { claim, now }, { granted, reason }: Settling) {
      if (claim.pending?.kind !== 'suspension') throw refuse('nothing-asked')
      if (!granted && reason.length < 4) throw refuse('reason-missing', {}, { field: 'reason' })
      const by = ctx.actor.id
      const { days, reason: why } = claim.pending
      return granted
        ? [{ kind: 'suspended', at: now, by, data: { days, reason: why } }]
        : [{ kind: 'suspension-refused', at: now, by, data: { reason } }]
    },
    tells: tellHandler('挂起', 'suspension'),
    texts: async (ctx, stepped, { granted }) =>
      granted ? await textResidents(ctx, stepped, '因客观原因暂停计时，条件具备后继续办理。') : [],
  })

export const resumeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.resume',
    kind: 'resumed',
    decide(ctx, { claim, now }, _input: StepInput) {
      if (!claim.suspension) throw refuse('not-suspended')
      return [{ kind: 'resumed', at: now, by: ctx.actor.id, data: { by: 'person' } }]
    },
  })
