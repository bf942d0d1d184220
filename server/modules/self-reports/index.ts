import type { Module } from '../module.ts'
import { reportSheet } from './actions/record-sheet.ts'
import type { Papers } from './papers.ts'
import { policy } from './policy.ts'
import { contestTodos, reportTodos } from './queries/work.ts'
import { contestReminders, lateReports, reportReminders } from './reminders.ts'
import { reportRoutes } from './routes.ts'
import { contestRoom, reportRoom } from './stage-rooms.ts'

/** 自评申报: what a scored body says of every row of its table (6.8.2, C31), and the answers to what it contests. */
export const selfReportsModule = (papers: Papers): Module => ({
  name: 'self-reports',
  uses: ['organisations', 'accounts', 'documents', 'evaluation', 'grading'],
  policy,
  routes: reportRoutes(papers),
  sheets: [reportSheet(papers.editions)],
  stages: [reportRoom, contestRoom],
  todos: [reportTodos, contestTodos],
  reminders: [lateReports, reportReminders(papers.calendarOf), contestReminders(papers.calendarOf)],
})
