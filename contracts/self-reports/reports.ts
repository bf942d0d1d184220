import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { roundState, subjectKind } from '../evaluation/words.ts'
import { can, id, page, paging } from '../shapes.ts'
import { reportFilters, reportState } from './words.ts'

const file = z.unknown()

export const reportRow = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  year: z.number().int(),
  /** The stage that the round is in. */
  stage: roundState,
  dueOn: z.string().nullable(),
  subjectId: id,
  kind: subjectKind,
  name: z.string(),
  code: z.string(),
  districtName: z.string(),
  /** The enterprise that reports for a compound. */
  bodyName: z.string().nullable(),
  state: reportState,
  /** A draft whose term has run out. */
  overdue: z.boolean(),
  submittedAt: z.string().nullable(),
  late: z.boolean(),
  /** Working days after the term; null where the calendar does not know them. */
  lateDays: z.number().int().nullable(),
  /** Rows that somebody has said something of. */
  said: z.number().int(),
  contests: z.number().int(),
  /** Whether any account may report for it. */
  hasReporter: z.boolean(),
  can,
})
export type ReportRow = z.infer<typeof reportRow>

export const listReports = endpoint({
  method: 'GET',
  path: '/api/self-reports/reports',
  verb: 'self-reports.see',
  summary: '自评申报列表',
  query: z.object({
    ...paging,
    round: id.optional(),
    kind: subjectKind.optional(),
    place: id.optional(),
    state: z.enum(reportFilters).optional(),
    text: z.string().max(60).optional(),
  }),
  response: page(reportRow),
})
export const exportReports = endpoint({
  method: 'GET',
  path: '/api/self-reports/reports/export',
  verb: listReports.verb,
  summary: '导出自评申报列表（Excel）',
  query: (listReports.query as NonNullable<typeof listReports.query>).omit({ after: true, limit: true }),
  response: file,
})
