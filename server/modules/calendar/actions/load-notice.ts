import { v7 as uuid } from 'uuid'
import { defineAction } from '../../../access/action.ts'
import type { CalendarNotice } from '../../../rulebook/load.ts'
import type { DeadlineSource, Moved } from '../../deadline-source.ts'
import { currentCalendar } from '../current-calendar.ts'
import { calendar, theCalendar } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Brought, soundNotice } from '../rules/brought-notice.ts'
import { tellingOf } from '../rules/who-is-told.ts'
import { specialDays } from '../rules/year-view.ts'
import { insertNotice, lockNotices, standingNotices, versionOf } from '../storage/notices.ts'

export interface NoticeToLoad extends Brought {
  /** The version that was shown as standing; 0 where none was loaded. */
  replaces: number
  reason?: string | null | undefined
}

export interface LoadingOptions {
  /** `rulebook.calendars` */
  shipped: readonly CalendarNotice[]
  /** Everybody who keeps deadlines. */
  sources: () => readonly DeadlineSource[]
}

/** Moved deadlines that a receipt keeps; the others are told to their owners all the same. */
const most = 200

/**
 * A year's notice takes effect: every running deadline is counted again in the same transaction, and whoever has one
 * that moved is told. It answers the id of the version and what moved.
 */
export const loadNotice = ({ shipped, sources }: LoadingOptions) =>
  defineAction({
    verb: 'calendar.load-notice',
    on: (_: NoticeToLoad) => theCalendar,
    async run(ctx, input) {
      const notice = soundNotice(input)
      const { year } = notice
      const reason = input.reason?.trim() || null
      await lockNotices(ctx.db)
      if ((await versionOf(ctx.db, year)) !== input.replaces) throw refuse('loaded-meanwhile', { year })
      const standing = (await standingNotices(ctx.db, shipped)).get(year)
      if (standing && sameDays(standing, notice)) throw refuse('unchanged', { year })
      if (standing && (reason?.length ?? 0) < 2)
        throw refuse('reason-missing', { year, title: standing.title }, { field: 'reason' })
      const id = uuid()
      const fresh = {
        ...notice,
        id,
        version: input.replaces + 1,
        original: input.text?.trim() || null,
        reason,
      }
      const at = ctx.clock.now().toISOString()
      // Counted by the calendar in which the notice stands already; the row follows, since it keeps what moved.
      const after = await currentCalendar(ctx.db, shipped, notice)
      const moved: Moved[] = []
      for (const source of sources()) moved.push(...(await source.recompute(ctx, after)))
      const kept = moved.slice(0, most).map(({ tell: _told, ...shown }) => shown)
      await insertNotice(ctx.db, { ...fresh, movedCount: moved.length, moved: kept }, ctx.actor.id, at)
      return {
        answer: { id },
        audit: {
          resource: calendar.name,
          id,
          summary: `载入${notice.title}${standing ? `（替换第 ${standing.version} 版）` : ''}`,
          detail: { notice, reason, moved: moved.length },
        },
        tells: moved.map((one) => tellingOf(one, year)),
      }
    },
  })

const sameDays = (a: CalendarNotice, b: CalendarNotice) =>
  JSON.stringify(specialDays(a)) === JSON.stringify(specialDays(b))
