import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, decimal, id, page, paging } from '../shapes.ts'
import { earlierVersion } from './facts.ts'
import { roundRow } from './rounds.ts'
import { factStanding, provenance, rowState, subjectKind, table } from './words.ts'

export const scoreListRow = z.object({
  subjectId: id,
  kind: subjectKind,
  name: z.string(),
  code: z.string(),
  districtName: z.string(),
  streetName: z.string().nullable(),
  variant: z.string().nullable(),
  households: z.number().int(),
  total: decimal.nullable(),
  missing: decimal.nullable(),
  missingRows: z.number().int().nullable(),
  band: z.string().nullable(),
  rank: z.number().int().nullable(),
  notAssessed: z.string().nullable(),
  /** Against the year before; null where there was none, or where either lacks data. */
  change: decimal.nullable(),
  /** There was a year before, and one of the two lacks data. */
  incomparable: z.boolean(),
  /** Facts were recorded or changed after the score was computed. */
  stale: z.boolean(),
})
export const listScores = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/scores',
  verb: 'evaluation.see-scores',
  summary: '得分列表',
  params: z.object({ id }),
  query: z.object({
    ...paging,
    kind: subjectKind,
    place: id.optional(),
    band: z.string().max(20).optional(),
    variant: z.string().max(20).optional(),
    text: z.string().max(60).optional(),
    state: z.enum(['complete', 'incomplete', 'not-assessed']).optional(),
    /** Totals from `least` up to, but not including, `below`. */
    least: decimal.optional(),
    below: decimal.optional(),
    /** Only subjects for whom this row has no data yet. */
    missingRow: z
      .string()
      .regex(/^\d-\d\d$/)
      .optional(),
  }),
  response: page(scoreListRow),
})

export const readingShape = z.object({
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  value: z.string().nullable(),
})
export const scoreRow = z.object({
  id: z.string(),
  level1: z.string(),
  level1En: z.string(),
  level2: z.string(),
  level2En: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  evaluator: z.string(),
  mechanism: z.string(),
  /** Points the table prints for the row. */
  printed: decimal,
  points: decimal,
  max: decimal,
  state: rowState,
  provenance: provenance.nullable(),
  why: z.string(),
  whyEn: z.string(),
  fact: z.string().nullable(),
  reading: readingShape,
  undecided: z.boolean(),
  /** A duty of the chapter that stands unmet whatever the points say (C6). */
  warning: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The row, with its neighbours of the group, would tell something of a person; only the group's total is shown. */
  withheld: z.boolean(),
  /** The same row's points in the round before, where both rounds have data. */
  before: decimal.nullable(),
  /** Its fact was recorded or changed after the score was computed. */
  stale: z.boolean(),
})
export const getSubjectScore = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/subjects/:subjectId',
  verb: 'evaluation.see-scores',
  summary: '一个对象的得分表',
  params: z.object({ id, subjectId: id }),
  response: z.object({
    subject: scoreListRow.extend({
      table,
      placeId: id,
      placeCode: z.string(),
      bodyId: id.nullable(),
      daysInService: z.number().int(),
    }),
    round: roundRow.pick({
      id: true,
      year: true,
      name: true,
      edition: true,
      from: true,
      to: true,
      state: true,
    }),
    tableTitle: z.string(),
    tableTitleEn: z.string(),
    totalExact: z.string().nullable(),
    rows: z.array(scoreRow),
    /** Level-1 groups against the district and all subjects of the kind: the radar. */
    groups: z.array(
      z.object({
        name: z.string(),
        nameEn: z.string(),
        points: decimal,
        got: decimal,
        /** Points of the rows that have data: what `got` is a share of. */
        known: decimal,
        /** Shares of the known points that are reached, 0..1. */
        district: decimal.nullable(),
        all: decimal.nullable(),
      }),
    ),
    of: z.number().int(),
    can,
  }),
})

/** C33: what an enterprise's districts come to together, weighted by households; ours, not the standard's. */
export const getCityFigure = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/enterprises/:bodyId/city-figure',
  verb: 'evaluation.see-scores',
  summary: '企业的全市得分（各区得分按户数加权）',
  params: z.object({ id, bodyId: id }),
  response: z.object({
    /** Null where the sum would tell of districts out of sight, or a district is not computed yet. */
    total: decimal.nullable(),
    why: z.enum(['out-of-sight', 'not-computed', 'not-assessed']).nullable(),
    households: z.number().int(),
    /** Those in sight; not assessed ones carry no weight. */
    districts: z.array(
      z.object({
        subjectId: id,
        name: z.string(),
        households: z.number().int(),
        total: decimal.nullable(),
      }),
    ),
  }),
})

/** One point opened to its record and clause. */
export const getPoint = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/subjects/:subjectId/rows/:row',
  verb: 'evaluation.see-scores',
  summary: '打开一分的依据',
  params: z.object({ id, subjectId: id, row: z.string().regex(/^\d-\d\d$/) }),
  response: z.object({
    row: scoreRow,
    fact: z
      .object({
        id: z.string(),
        title: z.string(),
        titleEn: z.string(),
        reads: z.string(),
        shape: z.string(),
        unit: z.string().nullable(),
      })
      .nullable(),
    limits: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        value: z.string(),
        clause: z.string(),
        undecided: z.boolean(),
      }),
    ),
    clauses: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
    rulings: z.array(
      z.object({ id: z.string(), title: z.string(), reading: z.string(), reason: z.string() }),
    ),
    evidence: z.array(z.string()),
    rubric: z.array(z.object({ level: z.string(), share: z.string(), signs: z.string() })),
    records: z.array(
      z.object({ resource: z.string(), recordId: z.string(), label: z.string(), counted: z.boolean() }),
    ),
    declared: z.array(
      z.object({
        id,
        /** The row's own fact or its gate. */
        fact: z.string(),
        provenance,
        numerator: decimal.nullable(),
        denominator: decimal.nullable(),
        value: decimal.nullable(),
        named: z.string().nullable(),
        /** Why the fact does not apply, by whoever recorded or decided so. */
        notApplicable: z.string().nullable(),
        note: z.string(),
        evidence: z.string(),
        grader: z.string(),
        incident: z.string(),
        projectName: z.string().nullable(),
        projectCode: z.string().nullable(),
        recordedBy: z.string().nullable(),
        recordedAt: z.string(),
        version: z.number().int(),
        standing: factStanding,
        reason: z.string(),
        /** What it said before, the latest first. */
        earlier: z.array(earlierVersion),
      }),
    ),
    history: z.array(
      z.object({
        year: z.number().int(),
        round: z.string(),
        state: rowState,
        points: decimal,
        max: decimal,
      }),
    ),
  }),
})

export const getImprovements = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/subjects/:subjectId/improvements',
  verb: 'evaluation.see-scores',
  summary: '怎样提高得分',
  params: z.object({ id, subjectId: id }),
  response: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        indicator: z.string(),
        indicatorEn: z.string(),
        lost: decimal,
        state: rowState,
        what: z.string(),
        whatEn: z.string(),
        clause: z.string().nullable(),
      }),
    ),
  }),
})

export const exportScores = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/scores/export',
  verb: 'evaluation.see-scores',
  summary: '导出得分表（Excel）',
  params: z.object({ id }),
  query: (listScores.query as NonNullable<typeof listScores.query>).omit({ after: true, limit: true }),
  response: z.unknown(),
})
export const exportSubjectScore = endpoint({
  method: 'GET',
  path: '/api/evaluation/rounds/:id/subjects/:subjectId/export',
  verb: 'evaluation.see-scores',
  summary: '导出一个对象的评价细则得分表（Excel）',
  params: z.object({ id, subjectId: id }),
  response: z.unknown(),
})
