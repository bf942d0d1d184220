import { exportDays } from '../../../contracts/calendar/staff.ts'
import type { Route } from '../../access/route.ts'
import type { CalendarNotice } from '../../rulebook/load.ts'
import { exportRoute } from '../export-route.ts'
import { year } from './queries/notices.ts'
import type { NamedDay } from './rules/year-view.ts'

const weekday = (day: string) => `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
const states = { official: '官方通知', provisional: '暂定', unknown: '未知' }

/** A year's special days as a file; the same in a demonstration, since they are nobody's invention. */
export const daysExport = (shipped: readonly CalendarNotice[]): Route =>
  exportRoute<typeof exportDays, NamedDay & { state: keyof typeof states; title: string }>(exportDays, {
    title: '放假和补班日',
    demo: false,
    page: async (ctx, query) => {
      const { days, state, notice } = await year(ctx, shipped, query.year)
      return { rows: days.map((day) => ({ ...day, state, title: notice?.title ?? '' })), next: null }
    },
    columns: [
      { header: '日期', kind: 'day', value: (row) => row.day },
      { header: '星期', value: (row) => weekday(row.day) },
      { header: '安排', value: (row) => (row.kind === 'off' ? '放假' : '上班') },
      { header: '节日', value: (row) => row.festival, width: 20 },
      { header: '状态', value: (row) => states[row.state] },
      { header: '依据', value: (row) => row.title, width: 48 },
    ],
  })
