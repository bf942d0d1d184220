import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, id, page, paging } from '../shapes.ts'
import { longest, objectionOutcomes } from './words.ts'

export const objectionRow = z.object({
  id,
  receipt: z.string(),
  roundId: id,
  roundName: z.string(),
  subjectId: id.nullable(),
  subjectName: z.string().nullable(),
  indicator: z.string().nullable(),
  districtName: z.string(),
  text: z.string(),
  /** Whether the sender left a name or a telephone. */
  hasContact: z.boolean(),
  filedAt: z.string(),
  outcome: z.enum(objectionOutcomes).nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  can,
})
export const listObjections = endpoint({
  method: 'GET',
  path: '/api/publicity/objections',
  verb: 'publicity.answer-objections',
  summary: '公示异议列表',
  query: z.object({
    ...paging,
    round: id.optional(),
    state: z.enum(['open', 'answered']).optional(),
  }),
  response: page(objectionRow),
})
export const exportObjections = endpoint({
  method: 'GET',
  path: '/api/publicity/objections/export',
  verb: listObjections.verb,
  summary: '导出公示异议（Excel）',
  query: z.object({
    round: id.optional(),
    state: z.enum(['open', 'answered']).optional(),
  }),
  response: z.unknown(),
})
export const getObjection = endpoint({
  method: 'GET',
  path: '/api/publicity/objections/:id',
  verb: 'publicity.answer-objections',
  summary: '一条公示异议',
  params: z.object({ id }),
  response: objectionRow,
})
export const answerObjection = endpoint({
  method: 'POST',
  path: '/api/publicity/objections/:id/answer',
  verb: 'publicity.answer-objections',
  summary: '答复一条公示异议',
  params: z.object({ id }),
  body: z.object({
    outcome: z.enum(objectionOutcomes),
    answer: z.string().trim().min(4, '请写明答复和理由').max(longest.answer, `最多 ${longest.answer} 个字`),
  }),
  response: z.object({ answered: z.literal(true) }),
})
/** Opening name and telephone leaves a line in the trail. */
export const revealObjector = endpoint({
  method: 'POST',
  path: '/api/publicity/objections/:id/contact',
  verb: 'publicity.answer-objections',
  summary: '查看异议人的联系方式（留痕）',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
})
