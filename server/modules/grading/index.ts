import type { Module } from '../module.ts'
import type { Papers } from './papers.ts'
import { policy } from './policy.ts'
import { conflictTodos } from './queries/conflicts.ts'
import { type CalendarOf, gradingReminders } from './queries/reminders.ts'
import { gradingTodos } from './queries/todos.ts'
import { gradingRoutes } from './routes.ts'
import { barredRoom, gradingRoom } from './stage-rooms.ts'

export { commitDraw } from './actions/commit-draw.ts'
export { handIn } from './actions/hand-in.ts'
export { runDraw } from './actions/run-draw.ts'
export { saveGrades } from './actions/save-grades.ts'
export { tasksToTake } from './queries/tasks.ts'
export type { Papers as GradingPapers } from './papers.ts'
export { isFreeOf, standingTo } from './policy.ts'
export { conflictOf, whyBarred } from './queries/why-barred.ts'
export { takeBackBarred } from './take-back.ts'
export { type Asking, reopenTask } from './actions/questions.ts'
export { draw, drawables, seedHash } from './draw.ts'
export { drawnAgain, type RepeatFault } from './repeat-draw.ts'

/** 考核评分: tasks, the draw, conflicts of interest, grades (A.1.4, column 评价主体 of the tables). */
export const gradingModule = ({ calendarOf, ...papers }: Papers & { calendarOf: CalendarOf }): Module => ({
  name: 'grading',
  uses: ['organisations', 'accounts', 'documents', 'evaluation'],
  policy,
  routes: gradingRoutes(papers),
  stages: [gradingRoom(papers), barredRoom(papers)],
  todos: [gradingTodos, conflictTodos],
  reminders: [gradingReminders(calendarOf)],
})
