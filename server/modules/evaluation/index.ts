import { standingFacts } from './queries/standing-facts.ts'
import { evaluationEvents } from '../../../contracts/exchange/events.ts'
import type { Module } from '../module.ts'
import { factSheet } from './actions/declare-facts.ts'
import { policy } from './policy.ts'
import { missingTodos, ownScoreTodos, roundTodos, scoreFigures } from './queries/todos.ts'
import { evaluationRoutes } from './routes.ts'
import { factsRoom } from './facts-room.ts'
import { stageDeadlines } from './stage-deadlines.ts'
import { stageReminders } from './stage-reminders.ts'
import { publicityRoom } from './publicity-room.ts'
import type { Procedure } from './procedure.ts'

export { evaluateRound, runPass } from './actions/evaluate-round.ts'
export type { Procedure } from './procedure.ts'
export type { Engine } from './scoring-engine.ts'
export { type FoundRound, findRounds } from './queries/find-rounds.ts'
export { roundById } from './queries/rounds.ts'
export { type Wanted, type WholeScore, wholeScores } from './queries/whole-scores.ts'
export { settleAbandoned } from './actions/settle-abandoned.ts'
export { holdRound, holdRoundsOf, holdYears } from './hold-round.ts'
export { openRound } from './actions/open-round.ts'
export { advanceRound } from './actions/advance-round.ts'
export {
  readEntered,
  recordReadings,
  type EnteredCells,
  type EnteredReading,
  type GivenReading,
} from './record-readings.ts'
export { amendScores, type AmendmentAsked, type Shifted } from './amend-scores.ts'
export { type EditionPreview, previewEdition } from './preview-edition.ts'
export { archiveLines, type Replay, replay } from './archive-lines.ts'
export { factKey } from './rules/examine-fact.ts'
export { stageTitles } from './rules/stages.ts'
export { pointsOfReading } from './rules/points-of-reading.ts'
export { round as roundResource, subject as subjectResource } from './policy.ts'
export { showRow, type StoredRow, subjectScore, type SubjectScorePage } from './queries/subject-score.ts'
export { personalRows, seesPersons, withheldRows, withheldWords } from './queries/withheld.ts'

/** Rounds, facts and scores by tables A.1-A.4 (6.8.2, annex A). */
export const evaluationModule = (procedure: Procedure): Module => ({
  name: 'evaluation',
  uses: ['organisations', 'accounts'],
  policy,
  routes: evaluationRoutes(procedure),
  sheets: [
    {
      ...factSheet(procedure.engine.editions),
      standing: async (ctx, sheet) => standingFacts(ctx, await procedure.engine.editions.whole(), sheet),
    },
  ],
  events: evaluationEvents,
  deadlines: [stageDeadlines],
  reminders: [stageReminders(procedure.calendar)],
  stages: [factsRoom(procedure.engine.editions), publicityRoom],
  todos: [roundTodos, missingTodos(procedure.engine.editions), ownScoreTodos, scoreFigures],
})
