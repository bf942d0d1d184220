import type { NoticeReceipt, NoticeSource } from '../../../../contracts/calendar/staff.ts'
import type { Context } from '../../../access/context.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { CalendarNotice } from '../../../rulebook/load.ts'
import { daysOfNotice } from '../../../values/holiday-notice.ts'
import { calendarOf } from '../../../values/working-days.ts'
import { specialDays, yearView } from '../rules/year-view.ts'
import { allNotices, findNotice, type KnownNotice, standingNotices, versionOf } from '../storage/notices.ts'

/** A notice as lists show it, without its days. */
export const sourceOf = (notice: KnownNotice, standing: boolean): NoticeSource => ({
  year: notice.year,
  title: notice.title,
  number: notice.number,
  issuer: notice.issuer,
  issuedOn: notice.issuedOn,
  id: notice.id,
  version: notice.version,
  standing,
  loadedAt: notice.loadedAt,
  loadedByName: notice.loadedByName,
  reason: notice.reason,
})

/** Every notice, the latest first; of each year the first in the list stands. */
export async function notices(ctx: Context, shipped: readonly CalendarNotice[]) {
  const all = await allNotices(ctx.db, shipped)
  return {
    rows: all.map((notice, i) => sourceOf(notice, all[i - 1]?.year !== notice.year)),
  }
}

/** A year as its months show it. */
export async function year(ctx: Context, shipped: readonly CalendarNotice[], asked: number) {
  const standing = await standingNotices(ctx.db, shipped)
  const all = [...standing.values()]
  const own = standing.get(asked)
  return {
    year: asked,
    ...yearView(asked, all, calendarOf(all.map(daysOfNotice))),
    notice: own ? sourceOf(own, true) : null,
    officialYears: [...standing.keys()],
  }
}

/** What was loaded, and which deadlines moved with it. @throws 404 for an unknown id */
export async function receipt(
  ctx: Context,
  shipped: readonly CalendarNotice[],
  id: string,
): Promise<NoticeReceipt> {
  const found = await findNotice(ctx.db, id)
  if (!found) throw refuse('not-found')
  const standing = await standingNotices(ctx.db, shipped)
  const then = [...new Map([...standing, [found.year, found]]).values()]
  const { workingDays } = yearView(found.year, then, calendarOf(then.map(daysOfNotice)))
  return {
    ...sourceOf(found, (await versionOf(ctx.db, found.year)) === found.version),
    days: specialDays(found),
    workingDays: workingDays ?? 0,
    movedCount: found.movedCount,
    moved: found.moved,
  }
}
