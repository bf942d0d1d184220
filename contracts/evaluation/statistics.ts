import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { decimal, id, page, paging } from '../shapes.ts'
import { subjectKind } from './words.ts'

/** One row of one subject that nobody has brought data for. */
export const missingRow = z.object({
  subjectId: id,
  name: z.string(),
  code: z.string(),
  districtName: z.string(),
  row: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  evaluator: z.string(),
  /** It comes from records and cannot be recorded by hand. */
  computed: z.boolean(),
})
export const listMissingRows = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/missing-rows',
  verb: 'evaluation.see-scores',
  summary: '还缺数据的指标，逐项',
  params: z.object({ id }),
  query: z.object({
    ...paging,
    kind: subjectKind,
    /** `mine`: only rows that the asker's own roles bring or grade. */
    whose: z.enum(['mine', 'all']).default('all'),
    /** A row's number or its beginning. */
    row: z.string().max(8).optional(),
    place: id.optional(),
  }),
  response: page(missingRow),
})

export const exportMissingRows = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/missing-rows/export',
  verb: listMissingRows.verb,
  summary: '导出还缺数据的指标（Excel）',
  params: z.object({ id }),
  query: (listMissingRows.query as NonNullable<typeof listMissingRows.query>).omit({
    after: true,
    limit: true,
  }),
  response: z.unknown(),
})

/** One row over all subjects of a kind. */
const rowOverAll = z.object({
  id: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  /** Of the points of those that have data; null where nobody has. */
  share: decimal.nullable(),
  /** Subjects without data. */
  missing: z.number().int(),
})

export const getStatistics = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/statistics',
  verb: 'evaluation.see-scores',
  summary: '得分分布与比较',
  params: z.object({ id }),
  query: z.object({ kind: subjectKind, place: id.optional() }),
  response: z.object({
    subjects: z.number().int(),
    /** Subjects with data for every row. */
    complete: z.number().int(),
    mean: decimal.nullable(),
    median: decimal.nullable(),
    /** Half-open steps of five points. */
    histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })),
    bands: z.array(z.object({ band: z.string(), count: z.number().int() })),
    districts: z.array(
      z.object({
        districtId: id,
        districtName: z.string(),
        subjects: z.number().int(),
        mean: decimal,
        least: decimal,
        most: decimal,
      }),
    ),
    /** The ten rows of which the least share of points is reached. */
    weakest: z.array(rowOverAll),
    /** Rows that still lack data for somebody, the most first. */
    gaps: z.array(rowOverAll),
  }),
})
