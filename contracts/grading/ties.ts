import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { tieKind } from './words.ts'

const tie = z.object({
  id,
  kind: tieKind,
  /** A compound, or a body; one of the two. */
  placeId: id.nullable(),
  bodyId: id.nullable(),
  name: z.string(),
  declaredAt: z.string(),
})
export type Tie = z.infer<typeof tie>

/** One's own, and nobody else's. */
export const myTies = endpoint({
  method: 'GET',
  path: '/api/grading/my-ties',
  verb: 'grading.declare-ties',
  summary: '我的利害关系声明',
  response: z.object({ ties: z.array(tie), declaredAt: z.string().nullable() }),
})
/** All that hold from now on: what is left out ends. */
export const declareTies = endpoint({
  method: 'POST',
  path: '/api/grading/my-ties',
  verb: 'grading.declare-ties',
  summary: '声明利害关系',
  body: z.object({
    ties: z
      .array(z.object({ kind: tieKind, placeId: id.nullish(), bodyId: id.nullish() }))
      .max(50, '最多声明 50 条'),
  }),
  response: z.object({
    ties: z.number().int(),
    /** Tasks that went to somebody else by it. */
    reassigned: z.number().int(),
    /** Grades in results that are out already: the bureau looks into them. */
    late: z.number().int(),
  }),
})
/** Compounds and bodies by a part of their name or by code: whoever declares may have no office there. */
export const findTiePlaces = endpoint({
  method: 'GET',
  path: '/api/grading/tie-places',
  verb: 'grading.declare-ties',
  summary: '查找要声明的小区或单位',
  query: z.object({ text: z.string().trim().min(1).max(40) }),
  response: z.object({
    found: z.array(
      z.object({ placeId: id.nullable(), bodyId: id.nullable(), name: z.string(), where: z.string() }),
    ),
  }),
})
