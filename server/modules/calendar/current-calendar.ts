import type { Db } from '../../platform/database/database.ts'
import type { CalendarNotice } from '../../rulebook/load.ts'
import { daysOfNotice } from '../../values/holiday-notice.ts'
import { type Calendar, calendarOf } from '../../values/working-days.ts'
import { standingNotices } from './storage/notices.ts'

/**
 * The calendar as it stands: the notices that are shipped, and over them those that were loaded. One small statement;
 * nothing is kept between calls, so that a load holds at once everywhere.
 * @param shipped `rulebook.calendars` @param fresh a notice as if it stood already
 */
export async function currentCalendar(
  db: Db,
  shipped: readonly CalendarNotice[],
  fresh?: CalendarNotice,
): Promise<Calendar> {
  const standing = await standingNotices(db, shipped)
  if (fresh)
    standing.set(fresh.year, {
      ...fresh,
      id: null,
      version: 0,
      loadedAt: null,
      loadedByName: null,
      reason: null,
    })
  return calendarOf([...standing.values()].map(daysOfNotice))
}
