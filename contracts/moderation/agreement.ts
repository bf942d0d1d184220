import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { subjectKind } from '../evaluation/words.ts'
import { decimal, id, page, paging } from '../shapes.ts'

const said = z.object({
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  value: decimal.nullable(),
  named: z.string().nullable(),
  notApplicable: z.string().nullable(),
})
/** One row that two graders graded independently. */
export const gradePair = z.object({
  id,
  reviewId: id.nullable(),
  subjectId: id,
  kind: subjectKind,
  name: z.string(),
  districtName: z.string(),
  row: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  first: z.string(),
  second: z.string(),
  firstSaid: said,
  secondSaid: said,
  /** Points on the table's scale; null where a grade gives none (不适用). */
  firstPoints: decimal.nullable(),
  secondPoints: decimal.nullable(),
  difference: decimal.nullable(),
})
export type GradePair = z.infer<typeof gradePair>

const filters = { round: id, place: id.optional(), differing: z.enum(['yes']).optional() }
export const listPairs = endpoint({
  method: 'GET',
  path: '/api/moderation/pairs',
  verb: 'moderation.see',
  summary: '双人独立评分对照',
  query: z.object({ ...paging, ...filters }),
  response: page(gradePair),
})
export const exportPairs = endpoint({
  method: 'GET',
  path: '/api/moderation/pairs/export',
  verb: listPairs.verb,
  summary: '导出双人评分对照（Excel）',
  query: z.object(filters),
  response: z.unknown(),
})

/** Shares as plain numbers: estimates from a sample, not scores. */
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

export const getAgreement = endpoint({
  method: 'GET',
  path: '/api/moderation/rounds/:id/agreement',
  verb: 'moderation.see',
  summary: '双人评分的一致性',
  params: z.object({ id }),
  response: z.object({
    subjects: z.number().int(),
    /** Rows graded by both. */
    pairs: z.number().int(),
    /** Of them, those with points from both. */
    compared: z.number().int(),
    exact: z.number().int(),
    /** Share of exact agreement with a 95 % interval (Wilson); null without pairs. */
    exactShare: interval.nullable(),
    meanDifference: z.number().nullable(),
    /** Pairs graded by a rubric of four levels. */
    graded: z.number().int(),
    /** Linearly weighted kappa over the four levels with a 95 % interval; null where it cannot be told. */
    kappa: interval.nullable(),
    levels: z.array(z.string()),
    /** How often the first grader's level (row) met the second's (column). */
    crossing: z.array(z.array(z.number().int())),
  }),
})
