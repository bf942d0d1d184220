import type { Context } from '../../../access/context.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { claim } from '../policy.ts'
import { refuse } from '../problems.ts'
import { handOf } from '../storage/hand-of.ts'

/** Why a claim that the asker sees is shut to this verb; nothing where he does not see it. */
export async function whyShut(ctx: Context, verb: string, id: string): Promise<Refusal | undefined> {
  const seen = ctx.policy.filter(ctx.actor, 'petitions.see', claim)
  const found = await handOf(ctx.db, id, ctx.actor.id, seen)
  if (!found) return undefined
  if (verb === 'petitions.see-reporter')
    return refuse(found.isSealed ? 'identity-sealed' : 'reporter-not-needed')
  if (verb === 'petitions.ask-opening') return refuse('not-sealed')
  if (found.hadAHand && byAnother.has(verb)) return refuse('own-hand', {}, { clause: '6.4.2' })
  return refuse('not-yours', {
    who: { zh: found.handlerName ?? '受理单位', en: found.handlerName ?? 'the office' },
  })
}

const byAnother: ReadonlySet<string> = new Set([
  'petitions.review',
  'petitions.send-again',
  'petitions.visit',
  'petitions.close',
  'petitions.strike-off',
  'petitions.settle-extension',
  'petitions.settle-suspension',
])
