import type { Context } from '../../access/context.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Module } from '../module.ts'
import { filePast, type PastFiling } from './actions/file-past.ts'
import { historySheet } from './actions/import-history.ts'
import { claimReminders } from './actions/remind-handlers.ts'
import { claimDeadlines } from './actions/when-calendar-moves.ts'
import { eventKinds } from './event-kinds.ts'
import { facts } from './facts/index.ts'
import type { PetitionMeans } from './means.ts'
import { policy } from './policy.ts'
import { publicRoutes } from './public-routes.ts'
import { petitionTodos } from './queries/todos.ts'
import { staffRoutes } from './routes.ts'
import { routingRoutes } from './routing-routes.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import { seedCategories } from './storage/seed-categories.ts'
import { claimSweeper, type Sweeper } from './sweeper.ts'
import { systemRoutes } from './system-routes.ts'

export type { PastFiling } from './actions/file-past.ts'
export { claimsAt } from './queries/overdue-report.ts'
export type { ClaimEvent, Rating } from './rules/events.ts'
export type { Verdict } from './rules/overdue-at.ts'
export { judged } from './rules/overdue-at.ts'
export { remembered } from './rules/replay.ts'
export {
  filePastCalls,
  filePastFollowers,
  filePastIncidents,
  numbersTaken,
  type PastCall,
  type PastIncident,
} from './storage/past-calls.ts'

export { addDuty } from './actions/edit-routing.ts'
export { dutiesOfCity } from './storage/routing-data.ts'

export interface PetitionsModule extends Module, Sweeper {
  /** Puts the shipped categories in that the installation lacks. */
  seed(db: Db): Promise<void>
  /** Claims of the past with their lives up to now. @returns ids by number */
  filePast(
    ctx: Pick<Context, 'db' | 'clock'>,
    filings: readonly PastFiling[],
  ): Promise<ReadonlyMap<string, string>>
}

/** 诉求: residents' claims from intake to 销号, their clocks and what they climb by (6.4). */
export const petitionsModule = (means: PetitionMeans): PetitionsModule => ({
  name: 'petitions',
  uses: ['organisations', 'accounts', 'documents', 'calendar', 'residents'],
  policy,
  routes: [
    ...staffRoutes(means),
    ...publicRoutes(means),
    ...routingRoutes(means),
    ...statisticsRoutes,
    ...systemRoutes(means),
  ],
  events: eventKinds,
  todos: petitionTodos,
  facts,
  sheets: [historySheet(means)],
  deadlines: [claimDeadlines(means)],
  reminders: [claimReminders],
  ...claimSweeper(means),
  seed: (db) => seedCategories(db, means.categories),
  filePast: (ctx, filings) => filePast(ctx, means, filings),
})
