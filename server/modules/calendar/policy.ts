import { sql } from 'kysely'
import { everywhere, overWholeCity } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** The one calendar of the installation: a single row stands for it, and it belongs to no place. */
export const calendar = defineResource({
  name: 'calendar.notice',
  table: sql`(SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id)`,
  key: 'id',
  conditions: { everywhere, 'over the whole city': overWholeCity },
})

/** What an action on the calendar guards. */
export const theCalendar = {
  resource: calendar,
  id: '00000000-0000-0000-0000-000000000000',
  lock: 'none',
} as const

export const policy = [
  allow('calendar.see', calendar, 'signed-in', 'everywhere'),
  allow('calendar.load-notice', calendar, ['system-admin'], 'over the whole city'),
]
