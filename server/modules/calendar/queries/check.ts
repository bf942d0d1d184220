import type { Context } from '../../../access/context.ts'
import type { CalendarNotice } from '../../../rulebook/load.ts'
import { daysOfNotice } from '../../../values/holiday-notice.ts'
import { calendarOf } from '../../../values/working-days.ts'
import { type Brought, soundNotice } from '../rules/brought-notice.ts'
import { differingDays, yearView } from '../rules/year-view.ts'
import { standingNotices } from '../storage/notices.ts'
import { sourceOf } from './notices.ts'

/** What a notice would make of its year, and where that differs from what stands; nothing is kept. */
export async function checkedNotice(ctx: Context, shipped: readonly CalendarNotice[], brought: Brought) {
  const notice = soundNotice(brought)
  const standing = await standingNotices(ctx.db, shipped)
  const replaced = standing.get(notice.year)
  const calendar = (notices: Iterable<CalendarNotice>) => calendarOf([...notices].map(daysOfNotice))
  const after = new Map([...standing, [notice.year, notice]])
  const { workingDays } = yearView(notice.year, [...after.values()], calendar(after.values()))
  return {
    notice,
    days: yearView(notice.year, [notice], calendar([notice])).days,
    workingDays: workingDays ?? 0,
    replaces: replaced ? sourceOf(replaced, true) : null,
    differs: differingDays(notice.year, calendar(standing.values()), calendar(after.values())),
  }
}
