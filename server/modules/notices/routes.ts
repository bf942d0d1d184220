import * as contract from '../../../contracts/notices/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { markAllRead, markRead } from './actions/mark-read.ts'
import { demoInbox } from './queries/demo-inbox.ts'
import { countUnread, notices } from './queries/notices.ts'

/** @param demo only the demonstration has an inbox to look into */
export const routes = (demo: boolean): Route[] => [
  route(contract.listNotices, ({ query, ctx }) => notices(ctx, query)),
  route(contract.countUnread, ({ ctx }) => countUnread(ctx)),
  route(contract.markRead, ({ params, perform }) => perform(markRead, params)),
  route(contract.markAllRead, ({ body, perform }) => perform(markAllRead, body)),
  ...(demo ? [route(contract.listDemoInbox, ({ query, ctx }) => demoInbox(ctx, query))] : []),
]
