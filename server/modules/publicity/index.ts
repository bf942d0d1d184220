import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { objectionTodos } from './queries/objections.ts'
import { objectionRoutes, type Papers, publicRoutes } from './routes.ts'
import { finalRoom, publicityRoom } from './stage-rooms.ts'

export { publish } from './publish.ts'

/** What the public sees of the scores, and its objections (A.1.4 公开透明). */
export const publicityModule = (papers: Papers): Module => ({
  name: 'publicity',
  uses: ['organisations', 'accounts', 'evaluation'],
  policy,
  routes: [...publicRoutes(papers), ...objectionRoutes],
  stages: [publicityRoom(papers.editions), finalRoom(papers.editions)],
  todos: [objectionTodos],
})
