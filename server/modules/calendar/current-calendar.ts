import type { Db } from '../../platform/database/database.ts'
import type { CalendarNotice } from '../../rulebook/load.ts'
import { daysOfNotice } from '../../values/holiday-notice.ts'
import { type Calendar, calendarOf } from '../../values/working-days.ts'
import { standingNotices } from './storage/notices.ts'

interface Made {
  of: string
  calendar: Calendar
}

/** The last calendar that was made of shipped notices: taking notices to days costs more than the statement. */
const made = new WeakMap<readonly CalendarNotice[], Made>()

/**
 * The calendar as it stands: the notices that are shipped, and over them those that were loaded. One small statement asks
 * each time which notices stand, so that a load holds at once everywhere; as long as they are the same (a notice is never
 * changed, only followed by another version) so is the calendar.
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
  const of = [...standing.values()].map(({ year, id, version }) => `${year} ${id} ${version}`).join()
  const known = made.get(shipped)
  if (!fresh && known?.of === of) return known.calendar
  const calendar = calendarOf([...standing.values()].map(daysOfNotice))
  if (!fresh) made.set(shipped, { of, calendar })
  return calendar
}
