import { z } from 'zod'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { can, day, decimal, id, page, paging } from '../shapes.ts'
import { incidentState, longest } from './words.ts'

const file = z.unknown()
const year = z.coerce.number().int().min(2021).max(2100)
export const rowId = z.string().regex(/^\d-\d\d$/, '指标编号应写成 2-31 的样子')
const reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(longest.reason)

/** The negative list of an edition with its published scale (C23). */
export const listNegativeRows = endpoint({
  method: 'GET',
  path: '/api/findings/negative-list',
  verb: 'findings.see-incidents',
  summary: '负面清单及轻重尺度',
  query: z.object({ year }),
  response: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        titleEn: z.string(),
        severities: z.array(z.object({ name: z.string(), points: decimal })),
        least: decimal,
        most: decimal,
        undecided: z.boolean(),
      }),
    ),
  }),
})

/** What an official finding says of an incident. */
export const finding = {
  /** A name of the scale, or the points that the finding itself names. */
  severity: z.string().trim().min(1, '请选择轻重程度，或填写扣分数').max(20),
  issuer: z.string().trim().min(2, '请填写认定机关').max(80),
  documentNumber: z.string().trim().min(1, '请填写认定文件的文号').max(80),
  foundOn: day,
  summary: z.string().trim().min(4, '请写明事件经过，至少 4 个字').max(longest.summary),
  documentIds: z.array(id).min(1, '请附上认定文件').max(12),
}

export const incidentRow = z.object({
  id,
  year: z.number().int(),
  row: z.string(),
  rowTitle: z.string(),
  number: z.string(),
  districtId: id,
  districtName: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  projectName: z.string().nullable(),
  severity: z.string(),
  /** What the scale says that it weighs. */
  points: decimal,
  issuer: z.string(),
  documentNumber: z.string(),
  foundOn: z.string(),
  summary: z.string(),
  state: incidentState,
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  /** Whether the enterprise has said something. */
  answered: z.boolean(),
  version: z.number().int(),
  can,
})
export type IncidentRow = z.infer<typeof incidentRow>

export const listIncidents = endpoint({
  method: 'GET',
  path: '/api/findings/incidents',
  verb: 'findings.see-incidents',
  summary: '负面清单事件',
  query: z.object({
    ...paging,
    year: year.optional(),
    row: rowId.optional(),
    place: id.optional(),
    state: incidentState.optional(),
    text: z.string().max(60).optional(),
  }),
  response: page(incidentRow),
})
export const exportIncidents = endpoint({
  method: 'GET',
  path: '/api/findings/incidents/export',
  verb: listIncidents.verb,
  summary: '导出负面清单事件（Excel）',
  query: (listIncidents.query as NonNullable<typeof listIncidents.query>).omit({ after: true, limit: true }),
  response: file,
})
export const getIncident = endpoint({
  method: 'GET',
  path: '/api/findings/incidents/:id',
  verb: listIncidents.verb,
  summary: '一件负面清单事件',
  params: z.object({ id }),
  response: incidentRow.extend({
    reason: z.string(),
    evidence: z.array(evidence),
    statement: z
      .object({ text: z.string(), at: z.string(), by: z.string().nullable(), evidence: z.array(evidence) })
      .nullable(),
    earlier: z.array(
      z.object({
        severity: z.string(),
        documentNumber: z.string(),
        summary: z.string(),
        reason: z.string(),
        at: z.string(),
        by: z.string().nullable(),
      }),
    ),
    /** The same incident in other rows: it counts where it weighs most (C23). */
    alsoIn: z.array(z.object({ id, row: z.string(), severity: z.string() })),
  }),
})

export const recordIncident = endpoint({
  method: 'POST',
  path: '/api/findings/incidents',
  verb: 'findings.record-incident',
  summary: '登记一件负面清单事件',
  body: z.object({
    year,
    row: rowId,
    /** 事件编号: the same incident in another row bears the same one. */
    number: z.string().trim().min(1, '请填写事件编号').max(60),
    districtId: id,
    enterpriseId: id,
    projectId: id.nullish(),
    ...finding,
  }),
  response: z.object({ id }),
})
export const amendIncident = endpoint({
  method: 'PUT',
  path: '/api/findings/incidents/:id',
  verb: 'findings.change-incident',
  summary: '更正一件负面清单事件',
  params: z.object({ id }),
  body: z.object({ version: z.number().int().min(1), reason, ...finding }),
  response: z.object({ version: z.number().int() }),
})
export const withdrawIncident = endpoint({
  method: 'POST',
  path: '/api/findings/incidents/:id/withdrawal',
  verb: 'findings.change-incident',
  summary: '撤销一件负面清单事件',
  params: z.object({ id }),
  body: z.object({ reason }),
  response: z.object({ state: incidentState }),
})
/** What the enterprise has to say; a later statement replaces it, and the trail keeps both. */
export const stateOnIncident = endpoint({
  method: 'POST',
  path: '/api/findings/incidents/:id/statement',
  verb: 'findings.state-on-incident',
  summary: '企业对事件的陈述',
  params: z.object({ id }),
  body: z.object({
    text: z.string().trim().min(4, '请写明陈述内容，至少 4 个字').max(longest.statement),
    documentIds: z.array(id).max(12).default([]),
  }),
  response: z.object({ stated: z.literal(true) }),
})
