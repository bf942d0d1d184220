import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { moderationTodos } from './queries/todos.ts'
import { moderationRoutes, type Papers } from './routes.ts'
import { moderationRoom } from './stage-room.ts'

/** 复核: what is looked at again, by whom it is confirmed, how far two graders agree (A.1.4 客观公正). */
export const moderationModule = (papers: Papers): Module => ({
  name: 'moderation',
  uses: ['organisations', 'accounts', 'evaluation', 'grading'],
  policy,
  routes: moderationRoutes(papers),
  stages: [moderationRoom(papers.editions)],
  todos: [moderationTodos],
})
