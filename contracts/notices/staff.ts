import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'

export const noticeRow = z.object({
  id,
  zh: z.string(),
  en: z.string(),
  /** The workbench's page where it is about. */
  link: z.string(),
  /** By when something must be done. */
  due: day.nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
})
/** Unread first, then latest first. */
export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices/notices',
  verb: 'notices.see',
  summary: '本人的通知',
  query: z.object({ ...paging, state: z.enum(['unread', 'read']).optional() }),
  response: page(noticeRow),
})
export const countUnread = endpoint({
  method: 'GET',
  path: '/api/notices/unread',
  verb: 'notices.see',
  summary: '未读通知数',
  response: z.object({ unread: z.number().int() }),
})
export const markRead = endpoint({
  method: 'POST',
  path: '/api/notices/notices/:id/read',
  verb: 'notices.mark-read',
  summary: '标记通知为已读',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ unread: z.number().int() }),
})
export const markAllRead = endpoint({
  method: 'POST',
  path: '/api/notices/read',
  verb: 'notices.mark-read',
  summary: '全部标为已读',
  /** The latest that was in sight: what came meanwhile stays unread. */
  body: z.object({ upTo: id }),
  response: z.object({ unread: z.number().int() }),
})
/** Only the demonstration has it. */
export const listDemoInbox = endpoint({
  method: 'GET',
  path: '/api/notices/demo-inbox',
  verb: 'notices.see-demo-inbox',
  summary: '演示收件箱',
  query: z.object(paging),
  response: page(
    z.object({
      id,
      at: z.string(),
      address: z.string(),
      name: z.string(),
      subject: z.string(),
      text: z.string(),
      /** 短信: what would have gone to a telephone. */
      kind: z.enum(['mail', 'text']),
    }),
  ),
})
