import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id } from '../shapes.ts'

/** The one word for every change after the draw: leave, illness, work and ties are not told apart. */
export const adjustedWord = '调整'

const commitment = z.object({
  seedHash: z.string(),
  numberName: z.string(),
  numberOn: day,
  committedAt: z.string(),
  /** Codes of the compounds to be drawn, as they were when the seed was committed to. */
  subjects: z.array(z.string()),
  seats: z.array(z.string()),
})

/** The paper that anybody repeats the draw from: `gongzhi evaluation draw FILE`. */
export const drawPaper = z.object({
  format: z.literal('gongzhi-draw-3'),
  round: z.object({ id, year: z.number().int(), name: z.string() }),
  commitment,
  /** As it was announced; null until it is out. */
  number: z.string().nullable(),
  /** All that were entered, the first first; each later one with why it replaced the one before. */
  numbers: z.array(z.object({ number: z.string(), at: z.string(), reason: z.string().nullable() })),
  drawnAt: z.string().nullable(),
  /** Revealed, with all below, when the grading is over. */
  seed: z.string().nullable(),
  /** Each with how many seats it was open to, by their areas alone. */
  subjects: z.array(
    z.object({ code: z.string(), name: z.string(), district: z.string(), seats: z.number().int() }),
  ),
  /** Where each seat may grade; null for everywhere. */
  areas: z.array(z.object({ seat: z.string(), districts: z.array(z.string()).nullable() })),
  seconds: z.number().int(),
  /** As drawn: anybody gets the same. */
  assignments: z.array(
    z.object({ subject: z.string(), first: z.string().nullable(), second: z.string().nullable() }),
  ),
  /** What was given to another seat than drawn, or handed on; never why. */
  reassignments: z.array(
    z.object({
      subject: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      at: z.string(),
      why: z.literal(adjustedWord),
    }),
  ),
})
export type DrawPaper = z.infer<typeof drawPaper>

export const getDraw = endpoint({
  method: 'GET',
  path: '/api/grading/rounds/:id/draw',
  verb: 'grading.see-draw',
  summary: '考核组的随机分配',
  params: z.object({ id }),
  response: z.object({
    round: z.object({ id, name: z.string(), state: z.string() }),
    paper: drawPaper.nullable(),
    /** What a draw would be made from now; the asker's own view of it before it is committed to. */
    subjects: z.number().int(),
    seats: z.number().int(),
    /** By seat, for whoever draws; labels only, never names. */
    loads: z.array(z.object({ seat: z.string(), tasks: z.number().int(), submitted: z.number().int() })),
    /** Tasks that no seat may do. */
    unassigned: z.number().int(),
    hasGrades: z.boolean(),
    can,
  }),
})
export const commitDraw = endpoint({
  method: 'POST',
  path: '/api/grading/rounds/:id/draw',
  verb: 'grading.draw',
  summary: '公布分配承诺（种子哈希和未来的公开号码）',
  params: z.object({ id }),
  body: z.object({
    numberName: z.string().trim().min(4, '请写明是哪一个公开号码').max(120),
    numberOn: day,
    /** Why an earlier commitment is replaced, where there is one. */
    reason: z.string().trim().min(4, '请写明更换的理由').max(200).nullish(),
  }),
  response: z.object({ seedHash: z.string() }),
})
export const runDraw = endpoint({
  method: 'POST',
  path: '/api/grading/rounds/:id/draw/number',
  verb: 'grading.draw',
  summary: '录入公开号码，生成分配',
  params: z.object({ id }),
  body: z.object({
    number: z
      .string()
      .trim()
      .regex(/^[0-9][0-9 +|,，-]{0,78}[0-9]$/, '请照公告录入号码：数字，可用空格和加号分隔'),
    /** Why a number that was entered is corrected. */
    correction: z.string().trim().min(4, '请写明更正的理由').max(200).nullish(),
  }),
  response: z.object({ assigned: z.number().int(), unassigned: z.number().int() }),
})
