import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { guard } from '../../../access/guard.ts'
import type { Papers } from '../../../rulebook/load.ts'
import { holdYears } from '../hold-round.ts'
import { declaredFact, factPlace } from '../policy.ts'
import { refuse } from '../problems.ts'
import { stageTitles } from '../rules/stages.ts'
import { type FactToWithdraw, factToWithdraw, withdraw, yearOf } from '../storage/withdrawn-facts.ts'
import { declareFactsVerb, maySurvey } from './declare-facts.ts'

/** Takes back a recorded fact that should not stand: it counts no more, and what it said is kept with the reason. */
export const withdrawFact = (rulebook: Papers) =>
  defineAction({
    // Reaching the fact is asked here; whether it may be recorded about its place is asked in the run.
    verb: 'evaluation.see-facts',
    on: (input: { id: string; reason: string }) => ({ resource: declaredFact, id: input.id }),
    async run(ctx, { id, reason }) {
      await holdYears(ctx.db, [await yearOf(ctx.db, id)])
      const fact = await factToWithdraw(ctx.db, id)
      await guard(ctx, declareFactsVerb, {
        resource: factPlace,
        id: fact.projectId ?? fact.placeId,
        lock: 'none',
      })
      refuseWithdrawing(ctx, fact)
      await withdraw(ctx.db, id, { reason, by: ctx.actor.id, at: ctx.clock.now().toISOString() })
      const title = rulebook.facts[fact.fact]?.title ?? fact.fact
      const summary = `撤销 ${fact.year} 年“${fact.placeName}”的登记“${title}”`
      return {
        answer: { withdrawn: true as const },
        audit: { resource: declaredFact.name, id, summary, detail: { fact: fact.fact, reason } },
      }
    },
  })

function refuseWithdrawing(ctx: Context, fact: FactToWithdraw): void {
  if (fact.standing === 'withdrawn') throw refuse('already-withdrawn')
  // Grades, overrides and decisions of the procedure are taken back where they were given.
  if (fact.standing !== 'ordinary' || fact.ofProcedure) throw refuse('withdraw-elsewhere')
  const { frozen, placeName: name, year } = fact
  if (frozen) throw refuse('facts-frozen', { name, year, stage: stageTitles[frozen] })
  if (fact.provenance === 'surveyed' && !maySurvey(ctx.actor)) throw refuse('survey-not-yours')
  // A committee grades its own firm and has no say in what others said of it.
  const committeeOnly = ctx.actor.grants.every((grant) => grant.role === 'committee')
  if (committeeOnly && fact.recordedBy !== ctx.actor.id) throw refuse('withdraw-not-yours')
}
