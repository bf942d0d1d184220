import type { Module } from '../module.ts'
import { editionRoutes } from './edition-routes.ts'
import { policy } from './policy.ts'
import { approvalTodos } from './queries/todos.ts'
import { standardsRoutes } from './routes.ts'
import type { Standards } from './standards.ts'

export { coverageMarkdown } from './coverage.ts'
export { publishedDocuments } from './storage/published-editions.ts'

/** 规则库: the standard as data, shown to everybody signed in; next year's edition is made from it. */
export const standardsModule = (standards: Standards): Module => ({
  name: 'standards',
  uses: ['organisations', 'accounts', 'evaluation'],
  policy,
  routes: [...standardsRoutes(standards.engine.editions), ...editionRoutes(standards)],
  todos: [approvalTodos],
})
