import type { Module } from '../module.ts'
import { appealRoutes, correctionRoutes } from './appeal-routes.ts'
import type { Correcting } from './actions/appeals/settle-correction.ts'
import { publicityExports } from './exports.ts'
import { policy } from './policy.ts'
import { publicationDeadlines } from './publication-deadlines.ts'
import { appealTodos, correctionTodos, unassignedTodos } from './queries/appeals/work.ts'
import { objectionTodos } from './queries/objections.ts'
import { objectionRoutes, type Papers, publicRoutes } from './routes.ts'
import { appealsRoom, finalRoom, publicityRoom } from './stage-rooms.ts'

export { publish } from './publish.ts'

/** What the public sees of the scores, its objections, appeals of the scored bodies, corrections (A.1.4 公开透明). */
export const publicityModule = (papers: Papers & Correcting): Module => ({
  name: 'publicity',
  uses: ['organisations', 'accounts', 'documents', 'evaluation', 'grading', 'moderation'],
  policy,
  routes: [
    ...publicRoutes(papers),
    ...objectionRoutes,
    ...publicityExports(papers.demo),
    ...appealRoutes(papers),
    ...correctionRoutes(papers),
  ],
  stages: [publicityRoom(papers.editions), appealsRoom, finalRoom(papers.editions)],
  deadlines: [publicationDeadlines],
  todos: [objectionTodos, appealTodos, unassignedTodos, correctionTodos],
})
