import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { provenance, rowState } from '../evaluation/words.ts'
import { decimal, id } from '../shapes.ts'
import { reportRow } from './reports.ts'
import { contestOutcome, longest, reportState, stance } from './words.ts'

const file = z.unknown()
export const rowId = z.string().regex(/^\d-\d\d$/, '指标编号应写成 1-06 的样子')
const cell = z.string().trim().max(40).nullish()
const words = z.object({ zh: z.string(), en: z.string() })

/** A value as a person writes it: 是/否, a number, 优/良/中/差, a named level, 不适用; or a part and its whole. */
export const entered = z.object({ numerator: cell, denominator: cell, value: cell })

/** What somebody has said of a row. */
export const said = z.object({
  row: z.string(),
  version: z.number().int(),
  stance: stance.nullable(),
  entered: z.object({
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    value: z.string().nullable(),
  }),
  note: z.string(),
  evidenceNote: z.string(),
  evidence: z.array(evidence),
  /** Copied from the year before and not looked at yet. */
  fromLastYear: z.boolean(),
  by: z.string().nullable(),
  at: z.string(),
  /** What is still wrong with it; a draft is kept all the same. */
  fault: words.nullable(),
})
export type Said = z.infer<typeof said>

export const reportedRow = z.object({
  id: z.string(),
  level1: z.string(),
  level1En: z.string(),
  level2: z.string(),
  level2En: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  evaluator: z.string(),
  printed: decimal,
  points: decimal,
  max: decimal,
  state: rowState,
  /** Where the value that stands comes from. */
  provenance: provenance.nullable(),
  why: z.string(),
  whyEn: z.string(),
  reading: z.object({
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    value: z.string().nullable(),
  }),
  withheld: z.boolean(),
  fact: z
    .object({
      id: z.string(),
      title: z.string(),
      titleEn: z.string(),
      shape: z.string(),
      levels: z.array(z.string()),
      reads: z.string(),
    })
    .nullable(),
  evidenceAsked: z.array(z.string()),
  mayDeclare: z.boolean(),
  mayContest: z.boolean(),
  said: said.nullable(),
  answer: z
    .object({ outcome: contestOutcome, reason: z.string(), by: z.string().nullable(), at: z.string() })
    .nullable(),
})
export type ReportedRow = z.infer<typeof reportedRow>

export const getReport = endpoint({
  method: 'GET',
  path: '/api/self-reports/reports/:id',
  verb: 'self-reports.see',
  summary: '一份自评申报',
  params: z.object({ id }),
  response: reportRow.extend({
    dueProvisional: z.string().nullable(),
    submittedBy: z.string().nullable(),
    /** Whether it would be late if it were submitted today, and by how many working days. */
    nowLate: z.boolean(),
    nowLateDays: z.number().int().nullable(),
    mayReopen: z.boolean(),
    /** How many values of the year before may be copied. */
    lastYear: z.number().int(),
    rows: z.array(reportedRow),
    history: z.array(
      z.object({
        kind: z.enum(['submitted', 'reopened']),
        at: z.string(),
        by: z.string().nullable(),
        late: z.boolean(),
        lateDays: z.number().int().nullable(),
      }),
    ),
  }),
})

export const rowSent = z.object({
  row: rowId,
  /** The version that the sender saw; 0 where nothing was said. */
  baseVersion: z.number().int().min(0).max(1_000_000),
  /** Null takes back what was said. */
  stance: stance.nullable(),
  entered: entered.default({}),
  note: z.string().trim().max(longest.note, `最多 ${longest.note} 个字`).default(''),
  /** Name, number or place of papers that are not attached. */
  evidenceNote: z.string().trim().max(longest.evidence, `最多 ${longest.evidence} 个字`).default(''),
  documentIds: z.array(id).max(12).default([]),
})
export type RowSent = z.infer<typeof rowSent>

/** Draft of single rows, kept as it is typed. What became of each, in the order sent; one refused holds up no other. */
export const saveRows = endpoint({
  method: 'PUT',
  path: '/api/self-reports/reports/:id/rows',
  verb: 'self-reports.report',
  summary: '保存自评申报草稿',
  params: z.object({ id }),
  body: z.object({ rows: z.array(rowSent).min(1).max(80) }),
  response: z.object({
    outcomes: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('saved'), said }),
        /** Somebody else has changed the row since `baseVersion`: nothing was written. */
        z.object({ outcome: z.literal('conflict'), theirs: said }),
        z.object({
          outcome: z.literal('refused'),
          row: z.string(),
          code: z.string(),
          detail: z.string(),
          detailEn: z.string(),
        }),
      ]),
    ),
  }),
})

const counted = z.object({ rows: z.number().int() })
export const acceptRest = endpoint({
  method: 'POST',
  path: '/api/self-reports/reports/:id/acceptance',
  verb: 'self-reports.report',
  summary: '其余各行全部认可',
  params: z.object({ id }),
  body: z.object({}),
  response: counted,
})
export const copyLastYear = endpoint({
  method: 'POST',
  path: '/api/self-reports/reports/:id/last-year',
  verb: 'self-reports.report',
  summary: '把去年申报的数据复制为草稿',
  params: z.object({ id }),
  body: z.object({}),
  response: counted,
})
export const submitReport = endpoint({
  method: 'POST',
  path: '/api/self-reports/reports/:id/submission',
  verb: 'self-reports.report',
  summary: '提交自评申报',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ state: reportState, late: z.boolean(), lateDays: z.number().int().nullable() }),
})
export const reopenReport = endpoint({
  method: 'POST',
  path: '/api/self-reports/reports/:id/reopening',
  verb: 'self-reports.report',
  summary: '撤回自评申报再改',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ state: reportState }),
})
/** The subject's rows with what stands, ready to be filled in and imported again. */
export const downloadReportSheet = endpoint({
  method: 'GET',
  path: '/api/self-reports/reports/:id/sheet',
  verb: 'self-reports.report',
  summary: '下载已填好现有数据的自评申报表（Excel）',
  params: z.object({ id }),
  response: file,
})
