import {
  type ClaimLevel,
  claimLevels,
  type Exclusion,
  exclusionNames,
  levelNames,
} from '../../../../contracts/petitions/words.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import { officeLevelOver } from '../storage/office-level.ts'
import { keepPublicText } from '../storage/public-text.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { defineStep, type StepInput } from './step.ts'

interface Marking extends StepInput {
  level: Exclude<ClaimLevel, 'project'>
  complex: boolean
  supervised: boolean
  note: string
}

/** 重点难点 (6.4.3): onto the list of one's own office, or of one below it. */
export const markKey = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.mark-key',
    kind: 'marked-key',
    async decide(ctx, { filed, now }, { level, complex, supervised, note }: Marking) {
      const own = await officeLevelOver(ctx, filed.placeId)
      if (!own || claimLevels.indexOf(own) < claimLevels.indexOf(level))
        throw refuse('list-above', { level: levelNames[level] }, { field: 'level' })
      return [{ kind: 'marked-key', at: now, by: ctx.actor.id, data: { level, complex, supervised, note } }]
    },
    tells: (_ctx, { filed, claim }, { level }) =>
      [
        {
          to: audienceOf(claim.handler, filed),
          zh: `诉求 ${filed.number}（${filed.placeName}）列入${levelNames[level].zh}重点难点清单。`,
          en: `Claim ${filed.number} stands on the key list of the level: ${levelNames[level].en}.`,
          link: pageOf(filed),
        },
      ].filter(({ to }) => to.length > 0),
  })

export const unmarkKey = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.mark-key',
    kind: 'unmarked-key',
    async decide(ctx, { filed, claim, now }, { note }: StepInput & { note: string }) {
      if (!claim.key) throw refuse('not-listed')
      const own = await officeLevelOver(ctx, filed.placeId)
      if (!own || claimLevels.indexOf(own) < claimLevels.indexOf(claim.key.level))
        throw refuse('list-above', { level: levelNames[claim.key.level] })
      return [{ kind: 'unmarked-key', at: now, by: ctx.actor.id, data: { note } }]
    },
  })

/** Out of the rates, with the reason that figures show. */
export const excludeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.exclude',
    kind: 'excluded',
    decide(ctx, { claim, now }, { why, reason }: StepInput & { why: Exclusion; reason: string }) {
      if (claim.excluded) throw refuse('excluded-already', { why: exclusionNames[claim.excluded] })
      return [{ kind: 'excluded', at: now, by: ctx.actor.id, data: { why, reason } }]
    },
  })

export const includeClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.exclude',
    kind: 'included',
    decide(ctx, { claim, now }, { reason }: StepInput & { reason: string }) {
      if (!claim.excluded) throw refuse('not-excluded')
      return [{ kind: 'included', at: now, by: ctx.actor.id, data: { reason } }]
    },
  })

/** Words that the public may read: where the reporter agreed, as an official has gone over them. */
export const clearText = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.clear-text',
    kind: 'text-cleared',
    async decide(ctx, { filed, now }, { text }: StepInput & { text: string | null }) {
      if (!(await keepPublicText(ctx.db, filed.id, text))) throw refuse('not-agreed', {}, { field: 'text' })
      return [{ kind: 'text-cleared', at: now, by: ctx.actor.id, data: { agreed: text !== null } }]
    },
  })
