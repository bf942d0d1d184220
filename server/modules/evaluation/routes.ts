import * as contract from '../../../contracts/evaluation/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { xlsxType } from '../../platform/spreadsheet/export-sheet.ts'
import { factExport } from './fact-export.ts'
import { missingExport } from './missing-export.ts'
import { advanceRound } from './actions/advance-round.ts'
import { closeRound } from './actions/close-round.ts'
import { declareFacts } from './actions/declare-facts.ts'
import { evaluateRound, runPass } from './actions/evaluate-round.ts'
import { withdrawFact } from './actions/withdraw-fact.ts'
import { evaluateSubject } from './actions/evaluate-subject.ts'
import { openRound } from './actions/open-round.ts'
import { cityFigure } from './queries/city-figure.ts'
import { declaredFactById, declaredFacts, factDefinitions } from './queries/declared-facts.ts'
import { missingRows } from './queries/missing-rows.ts'
import { improvements } from './queries/improvements.ts'
import { point } from './queries/point.ts'
import { roundStages } from './queries/round-stages.ts'
import { roundById, rounds } from './queries/rounds.ts'
import { roundExport } from './round-export.ts'
import { scoreList, scoreSheet } from './queries/score-exports.ts'
import { countScores, scores } from './queries/scores.ts'
import { statistics } from './queries/statistics.ts'
import { subjectScore } from './queries/subject-score.ts'
import type { Procedure } from './procedure.ts'

export function evaluationRoutes(procedure: Procedure): Route[] {
  const { engine } = procedure
  const { rulebook, editions } = engine
  const actions = {
    openRound: openRound(editions),
    evaluateRound: evaluateRound(engine),
    advanceRound: advanceRound(procedure),
    evaluateSubject: evaluateSubject(engine),
    declareFacts: declareFacts(editions),
    withdrawFact: withdrawFact(rulebook),
  }
  return [
    route(contract.listRounds, ({ query, ctx }) => rounds(ctx, query)),
    roundExport(engine.demo),
    route(contract.openRound, ({ body, perform }) => perform(actions.openRound, body)),
    route(contract.getRound, ({ params, ctx }) => roundById(ctx, params.id)),
    route(contract.evaluateRound, async ({ params, ctx, perform }) => {
      const { runId } = await perform(actions.evaluateRound, params)
      // The answer goes out while the pass runs; its progress and its failure stand in the run.
      runPass(engine, ctx, params.id, runId).catch(() => undefined)
      return { runId }
    }),
    route(contract.getRoundStages, ({ params, ctx }) => roundStages(ctx, procedure, params.id)),
    route(contract.advanceRound, ({ params, body, perform }) =>
      perform(actions.advanceRound, { id: params.id, from: body.from, decision: body.decision ?? null }),
    ),
    missingExport(engine),
    route(contract.closeRound, ({ params, body, perform }) => perform(closeRound, { ...params, ...body })),
    route(contract.evaluateSubject, ({ params, perform }) => perform(actions.evaluateSubject, params)),
    route(contract.listScores, async ({ params, query, ctx }) => {
      const [page, total] = await Promise.all([
        scores(ctx, params.id, query),
        countScores(ctx, params.id, query),
      ])
      return { ...page, total }
    }),
    route(contract.listMissingRows, ({ params, query, ctx }) => missingRows(ctx, editions, params.id, query)),
    route(contract.getSubjectScore, ({ params, ctx }) =>
      subjectScore(ctx, editions, params.id, params.subjectId),
    ),
    route(contract.getCityFigure, ({ params, ctx }) => cityFigure(ctx, params.id, params.bodyId)),
    route(contract.getPoint, ({ params, ctx }) =>
      point(ctx, engine, params.id, params.subjectId, params.row),
    ),
    route(contract.getImprovements, ({ params, ctx }) =>
      improvements(ctx, editions, params.id, params.subjectId),
    ),
    route(contract.getStatistics, ({ params, query, ctx }) => statistics(ctx, editions, params.id, query)),
    route(contract.exportScores, async ({ params, query, ctx, raw }) => {
      raw.send({ ...(await scoreList(ctx, params.id, query, engine.demo)), type: xlsxType })
    }),
    route(contract.exportSubjectScore, async ({ params, ctx, raw }) => {
      const ids = { roundId: params.id, subjectId: params.subjectId }
      raw.send({ ...(await scoreSheet(ctx, editions, ids, engine.demo)), type: xlsxType })
    }),
    route(contract.listDeclaredFacts, ({ query, ctx }) => declaredFacts(ctx, rulebook, query)),
    factExport(engine),
    route(contract.getDeclaredFact, ({ params, ctx }) => declaredFactById(ctx, rulebook, params.id)),
    route(contract.withdrawFact, ({ params, body, perform }) =>
      perform(actions.withdrawFact, { ...params, ...body }),
    ),
    route(contract.listFactDefinitions, async () => factDefinitions(await editions.whole())),
    route(contract.declareFact, async ({ body, perform }) => {
      const { rows } = await perform(actions.declareFacts, [
        { row: 1, cells: { ...body, provenance: body.provenance } as never },
      ])
      return { id: rows[0]?.id ?? '' }
    }),
  ]
}
