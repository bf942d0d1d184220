import type { Module } from '../module.ts'
import type { EditionsAsked } from './papers.ts'
import { policy } from './policy.ts'
import { decisionTodos } from './queries/todos.ts'
import { findingsRoutes } from './routes.ts'

/** 认定与决定: incidents of the negative list, and decisions that a row does not apply (A.3.3, C23, C14, C22, C32, C38). */
export const findingsModule = ({ editions, demo }: { editions: EditionsAsked; demo: boolean }): Module => ({
  name: 'findings',
  uses: ['organisations', 'accounts', 'documents', 'evaluation'],
  policy,
  routes: findingsRoutes(editions, demo),
  todos: [decisionTodos],
})
