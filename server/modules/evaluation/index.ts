import type { Module } from '../module.ts'
import { factSheet } from './actions/declare-facts.ts'
import { policy } from './policy.ts'
import { missingTodos, ownScoreTodos, roundTodos, scoreFigures } from './queries/todos.ts'
import { evaluationRoutes } from './routes.ts'
import type { Engine } from './scoring-engine.ts'

export { evaluateRound, runPass } from './actions/evaluate-round.ts'
export type { Engine } from './scoring-engine.ts'
export { type FoundRound, findRounds } from './queries/find-rounds.ts'
export { roundById } from './queries/rounds.ts'
export { type Wanted, type WholeScore, wholeScores } from './queries/whole-scores.ts'
export { settleAbandoned } from './actions/settle-abandoned.ts'
export { openRound } from './actions/open-round.ts'

/** Rounds, facts and scores by tables A.1-A.4 (6.8.2, annex A). */
export const evaluationModule = (engine: Engine): Module => ({
  name: 'evaluation',
  uses: ['organisations', 'accounts'],
  policy,
  routes: evaluationRoutes(engine),
  sheets: [factSheet(engine.rulebook)],
  todos: [roundTodos, missingTodos(engine.rulebook), ownScoreTodos, scoreFigures],
})
