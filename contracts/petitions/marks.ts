import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { moved, note, one, reason, seen } from './shapes.ts'
import { claimLevel, exclusion } from './words.ts'

const at = <const S extends string>(step: S) => `/api/petitions/claims/:id/${step}` as const

/** 重点难点 (6.4.3): on whose list it stands, whether it is complex, and whether it is listed for supervision. */
export const markKey = endpoint({
  method: 'POST',
  path: at('key-mark'),
  verb: 'petitions.mark-key',
  summary: '列入重点难点清单',
  params: one,
  body: z.object({
    level: claimLevel.exclude(['project']),
    complex: z.boolean().default(false),
    supervised: z.boolean().default(false),
    note,
    seen,
  }),
  response: moved,
})
export const unmarkKey = endpoint({
  method: 'POST',
  path: at('key-unmark'),
  verb: 'petitions.mark-key',
  summary: '移出重点难点清单',
  params: one,
  body: z.object({ note: reason, seen }),
  response: moved,
})

/** Out of the rates, or back into them; who does it answers with a reason. */
export const excludeClaim = endpoint({
  method: 'POST',
  path: at('exclusion'),
  verb: 'petitions.exclude',
  summary: '不计入考核比率',
  params: one,
  body: z.object({ why: exclusion, reason, seen }),
  response: moved,
})
export const includeClaim = endpoint({
  method: 'POST',
  path: at('inclusion'),
  verb: 'petitions.exclude',
  summary: '重新计入考核比率',
  params: one,
  body: z.object({ reason, seen }),
  response: moved,
})

/** 并案: into an open claim about the same; its reporter and followers follow the lead claim from then on. */
export const mergeClaim = endpoint({
  method: 'POST',
  path: at('merging'),
  verb: 'petitions.merge',
  summary: '并入同一事项',
  params: one,
  body: z.object({ into: id, seen }),
  response: moved,
})
/** Open claims of the same category nearby that this one may be joined to. */
export const listMergeable = endpoint({
  method: 'GET',
  path: at('similar'),
  verb: 'petitions.see',
  summary: '可能是同一事项的诉求',
  params: one,
  response: z.object({
    rows: z.array(
      z.object({
        id,
        number: z.string(),
        categoryName: z.string(),
        placeName: z.string(),
        gist: z.string(),
        openedAt: z.string(),
        followers: z.number().int(),
      }),
    ),
  }),
})

/** Words that the public may read, where the reporter agreed; null takes them back. */
export const clearText = endpoint({
  method: 'POST',
  path: at('public-text'),
  verb: 'petitions.clear-text',
  summary: '审定可公开的文字',
  params: one,
  body: z.object({ text: z.string().trim().min(4, '至少 4 个字').max(1000).nullable(), seen }),
  response: moved,
})
