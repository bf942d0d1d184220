import { officeLevelOver } from '../storage/office-level.ts'
import { levelNames } from '../../../../contracts/petitions/words.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import type { Handler } from '../rules/events.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { chosenHandler } from './chosen-handler.ts'
import { showPapersTo } from './papers.ts'
import { defineStep, type Stepped, type StepInput } from './step.ts'

const tellHandler = ({ filed, claim }: Stepped, zh: string, en: string) =>
  [
    {
      to: audienceOf(claim.handler, filed),
      zh: `诉求 ${filed.number}（${filed.placeName}）${zh}`,
      en: `Claim ${filed.number}: ${en}`,
      link: pageOf(filed),
    },
  ].filter(({ to }) => to.length > 0)

/** 催办. */
export const urgeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.urge',
    kind: 'urged',
    decide: (ctx, { now }, { note }: StepInput & { note: string }) => [
      { kind: 'urged', at: now, by: ctx.actor.id, data: { note } },
    ],
    tells: (_ctx, stepped, { note }) =>
      tellHandler(stepped, `被催办，请尽快办理。${note}`, 'you are asked to hurry.'),
  })

/** 督办: by an office over whoever has it; the claim stands on the list of what is supervised. */
export const superviseClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.supervise',
    kind: 'supervised',
    async decide(ctx, { filed, claim, now }, { note }: StepInput & { note: string }) {
      const level = (await officeLevelOver(ctx, filed.placeId)) ?? claim.level
      return [{ kind: 'supervised', at: now, by: ctx.actor.id, data: { note, level } }]
    },
    tells: (_ctx, stepped, { note }) => tellHandler(stepped, `被督办：${note}`, 'it is supervised.'),
  })

/** The office that a climb called does it itself. */
export const takeOverClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.take-over',
    kind: 'taken-over',
    decide(ctx, { claim, now }, { note }: StepInput & { note: string }) {
      if (!claim.leader) throw refuse('not-led')
      const by = ctx.actor.id
      return [
        { kind: 'taken-over', at: now, by, data: { by: claim.leader } },
        ...(note ? [{ kind: 'noted' as const, at: now, by, data: { note } }] : []),
      ]
    },
    besides: showPapersTo,
    tells: (_ctx, { filed, before, claim }) =>
      [
        {
          to: audienceOf(before.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）已由${levelNames[claim.handler.level].zh}直接办理，请配合。`,
          en: `Claim ${filed.number} was taken over by the level above.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
  })

interface SendingBack extends StepInput {
  to?: { bodyId?: string | undefined; placeId?: string | undefined } | undefined
  workingDays: number
  note: string
}

/** 限期交办: back to whoever has it, or to another handler, with a term of its own. */
export const sendClaimBack = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.send-back',
    kind: 'sent-back',
    async decide(ctx, { filed, claim, now }, { to, workingDays, note }: SendingBack) {
      if (!claim.leader) throw refuse('not-led')
      const handler: Handler = to ? await chosenHandler(ctx, filed, to) : claim.handler
      if (handler.bodyId === null && (handler.placeId === null || handler.placeId === claim.leader.placeId))
        throw refuse('handler-needed', {}, { field: 'to' })
      return [{ kind: 'sent-back', at: now, by: ctx.actor.id, data: { to: handler, workingDays, note } }]
    },
    besides: showPapersTo,
    tells: (_ctx, stepped, { workingDays, note }) =>
      tellHandler(
        stepped,
        `限 ${workingDays} 个工作日内办理：${note}`,
        `it must be done in ${workingDays} working days.`,
      ),
  })
