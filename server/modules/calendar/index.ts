import type { Module } from '../module.ts'
import type { LoadingOptions } from './actions/load-notice.ts'
import { policy } from './policy.ts'
import { calendarRoutes } from './routes.ts'

export { currentCalendar } from './current-calendar.ts'

/** 工作日历: official working days, deadlines counted by them, and the loading of a year's notice. */
export const calendarModule = (options: LoadingOptions): Module => ({
  name: 'calendar',
  uses: ['accounts'],
  policy,
  routes: calendarRoutes(options),
})
