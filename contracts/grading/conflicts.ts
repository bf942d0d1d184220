import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, id } from '../shapes.ts'

/** A grade that stands in a result that is out, by somebody who turned out to be bound to its subject afterwards. */
export const lateConflict = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  subjectId: id,
  subjectName: z.string(),
  projectName: z.string().nullable(),
  /** The seat or the office; never a name, and nothing of the tie. */
  grader: z.string(),
  rows: z.array(z.string()),
  can,
})
export type LateConflict = z.infer<typeof lateConflict>

export const listConflicts = endpoint({
  method: 'GET',
  path: '/api/grading/conflicts',
  verb: 'grading.see-conflicts',
  summary: '公示后发现须回避的评分',
  response: z.object({ conflicts: z.array(lateConflict) }),
})
export const settleConflict = endpoint({
  method: 'POST',
  path: '/api/grading/conflicts/:id/settlement',
  verb: 'grading.settle-conflicts',
  summary: '写明须回避评分的处理结果',
  params: z.object({ id }),
  body: z.object({
    note: z.string().trim().min(4, '请写明核查情况和处理结果，至少 4 个字').max(500),
  }),
  response: z.object({ settled: z.literal(true) }),
})
