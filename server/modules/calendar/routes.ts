import * as contract from '../../../contracts/calendar/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { type LoadingOptions, loadNotice } from './actions/load-notice.ts'
import { daysExport } from './exports.ts'
import { checkedNotice } from './queries/check.ts'
import { deadline } from './queries/deadline.ts'
import { notices, receipt, year } from './queries/notices.ts'

export function calendarRoutes(options: LoadingOptions): Route[] {
  const { shipped } = options
  const load = loadNotice(options)
  return [
    route(contract.listNotices, ({ ctx }) => notices(ctx, shipped)),
    route(contract.getYear, ({ params, ctx }) => year(ctx, shipped, params.year)),
    daysExport(shipped),
    route(contract.getDeadline, ({ query, ctx }) => deadline(ctx, shipped, query)),
    route(contract.checkNotice, ({ body, ctx }) => checkedNotice(ctx, shipped, body)),
    route(contract.loadNotice, async ({ body, ctx, perform }) => {
      const { id } = await perform(load, body)
      return await receipt(ctx, shipped, id)
    }),
    route(contract.getNotice, ({ params, ctx }) => receipt(ctx, shipped, params.id)),
  ]
}
