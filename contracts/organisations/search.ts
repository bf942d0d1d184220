import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

/** Places, compounds and bodies by Chinese, pinyin, initials or code; persons only by exact name or phone. */
export const search = endpoint({
  method: 'GET',
  path: '/api/organisations/search',
  verb: 'signed-in',
  summary: '查找区域、小区、机构和任职',
  query: z.object({ text: z.string().trim().min(1).max(60) }),
  response: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(['place', 'compound', 'body', 'post']),
        id,
        title: z.string(),
        /** Where it lies, or what it is. */
        detail: z.string(),
        code: z.string().nullable(),
        /** The record that shows it: a post has no page of its own, its compound or body has. */
        leadsTo: z.object({ kind: z.enum(['place', 'compound', 'body']), id }),
      }),
    ),
  }),
})
