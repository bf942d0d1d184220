import { defineAction } from '../../../access/action.ts'
import { papersOf } from '../papers-of-round.ts'
import { subject as subjectResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Engine, fractions, readKind, scoreRead } from '../scoring-engine.ts'
import { refuseFrozen } from './evaluate-round.ts'
import { isPlaceFree } from '../storage/pass-lock.ts'
import { keepsReadings } from '../storage/kept-readings.ts'
import { compoundTotals } from '../storage/readings.ts'
import { rankAgain, replaceResult, totalOf } from '../storage/results.ts'
import { holdRound } from '../storage/rounds.ts'
import { subjectsOf } from '../storage/subjects.ts'

/** Scores one subject again from today's records, inside the round's current pass. */
export const evaluateSubject = (engine: Engine) =>
  defineAction({
    verb: 'evaluation.evaluate-subject',
    on: (input: { id: string; subjectId: string }) => ({ resource: subjectResource, id: input.subjectId }),
    async run(ctx, { id, subjectId }) {
      const round = await holdRound(ctx.db, id)
      refuseFrozen(round.state)
      // A pass that runs read its snapshot earlier: at its end it would take the fresh score back.
      if (!(await isPlaceFree(ctx.db, id))) throw refuse('run-running', { seconds: 30 })
      const runId = round.currentRun
      // What was kept for the public must stay what the scores were computed from: the whole round is computed again.
      if (runId !== null && (await keepsReadings(ctx.db, runId))) throw refuse('kept-whole')
      const [subject] = await subjectsOf(ctx.db, id, subjectId)
      if (runId === null || !subject || subject.notAssessed !== null) throw refuse('not-evaluated')
      const before = await totalOf(ctx.db, runId, subjectId)
      const totals =
        subject.kind === 'enterprise' ? fractions(await compoundTotals(ctx.db, runId)) : new Map()
      const readAt = ctx.clock.now().toISOString()
      const { edition, figures } = await papersOf(engine, round)
      const read = await readKind(
        {
          db: ctx.db,
          round,
          edition,
          sources: engine.sources,
          figures,
        },
        subject.kind,
        [subject],
        subjectId,
      )
      const [result] = read ? scoreRead(read, totals) : []
      if (!result) throw refuse('not-evaluated')
      await replaceResult(ctx.db, runId, result, readAt)
      await rankAgain(ctx.db, runId, subject.kind)
      const total = result.score.total.toDecimal(12)
      const detail = { before: before, after: total }
      const audit = { resource: subjectResource.name, id: subjectId, summary: '重算一个对象的得分', detail }
      return { answer: { total, before: before }, audit }
    },
  })
