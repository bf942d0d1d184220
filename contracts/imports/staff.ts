import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, id, page, paging } from '../shapes.ts'
import { decision, runState } from './words.ts'

const kind = z.string().min(1).max(60)
/** The answer is a file, not JSON. */
const file = z.unknown()

export const templateColumn = z.object({
  key: z.string(),
  header: z.string(),
  headerEn: z.string(),
  required: z.boolean(),
  note: z.string(),
  clause: z.string().nullable(),
  example: z.string(),
  choices: z.array(z.string()),
})
export const template = z.object({
  kind: z.string(),
  title: z.string(),
  titleEn: z.string(),
  columns: z.array(templateColumn),
  /** What may stand in one of the columns, where it is too much for a choice. */
  reference: z
    .object({ title: z.string(), headings: z.array(z.string()), rows: z.array(z.array(z.string())) })
    .nullable(),
})
/** The kinds of sheet that the asker's roles may import. */
export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/imports/templates',
  verb: 'imports.upload',
  summary: '可导入的表格种类',
  response: z.object({ rows: z.array(template) }),
})
export const getTemplate = endpoint({
  method: 'GET',
  path: '/api/imports/templates/:kind',
  verb: 'imports.upload',
  summary: '下载导入模板（.xlsx）',
  params: z.object({ kind }),
  response: file,
})

export const importCounts = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  perhapsSame: z.number().int(),
  /** Rows left out by decision. */
  skipped: z.number().int(),
})
export const importRun = z.object({
  id,
  kind: z.string(),
  kindTitle: z.string(),
  fileName: z.string(),
  fileBytes: z.number().int(),
  state: runState,
  uploadedById: id,
  uploadedByName: z.string(),
  uploadedAt: z.string(),
  finishedAt: z.string().nullable(),
  rowsDone: z.number().int(),
  /** About how many rows the file has; NULL until it is opened. */
  rowsTotal: z.number().int().nullable(),
  counts: importCounts,
  skipBad: z.boolean(),
  /** Sentences about the file as a whole, such as columns that are not read. */
  warnings: z.array(z.string()),
  /** Why it cannot go on, or why it was interrupted. */
  problem: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  /** The same file was imported before, by somebody whose imports the asker may see. */
  earlier: z.object({ id, at: z.string() }).nullable(),
  can,
})
export type ImportRun = z.infer<typeof importRun>

/** Multipart with the one part `file`; the kind travels in the address so that it is known before the file. */
export const uploadSheet = endpoint({
  method: 'POST',
  path: '/api/imports/runs',
  verb: 'imports.upload',
  summary: '上传表格并开始检查',
  query: z.object({ kind }),
  response: importRun,
})
export const listRuns = endpoint({
  method: 'GET',
  path: '/api/imports/runs',
  verb: 'imports.see',
  summary: '导入记录',
  query: z.object({
    ...paging,
    kind: kind.optional(),
    state: runState.optional(),
    mine: z.enum(['yes', 'no']).optional(),
  }),
  response: page(importRun),
})
export const exportRuns = endpoint({
  method: 'GET',
  path: '/api/imports/runs/export',
  verb: listRuns.verb,
  summary: '导出导入记录（Excel）',
  query: (listRuns.query as NonNullable<typeof listRuns.query>).omit({ after: true, limit: true }),
  response: file,
})
export const getRun = endpoint({
  method: 'GET',
  path: '/api/imports/runs/:id',
  verb: 'imports.see',
  summary: '导入进度与回执',
  params: z.object({ id }),
  response: importRun,
})

export const finding = z.object({
  row: z.number().int(),
  outcome: z.enum(['refused', 'perhaps-same']),
  faults: z.array(
    z.object({
      /** Such as C7; NULL when the whole row is meant. */
      cell: z.string().nullable(),
      header: z.string(),
      value: z.string(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  /** What the row itself says it is, where a person decides: its naming columns. */
  named: z.array(z.object({ header: z.string(), value: z.string() })).default([]),
  /** Records that this row may be; a person decides. */
  candidates: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type Finding = z.infer<typeof finding>
export const listFindings = endpoint({
  method: 'GET',
  path: '/api/imports/runs/:id/findings',
  verb: 'imports.open-rows',
  summary: '需要改正或需要决定的行',
  params: z.object({ id }),
  query: z.object({ ...paging, outcome: z.enum(['refused', 'perhaps-same']).optional() }),
  response: page(finding),
})
export const downloadBadRows = endpoint({
  method: 'GET',
  path: '/api/imports/runs/:id/bad-rows',
  verb: 'imports.open-rows',
  summary: '下载需要改正的行（同一模板，多一列“原因”）',
  params: z.object({ id }),
  response: file,
})

/** What a row adds or changes: before its confirmation the first rows of each, on the receipt all of them. */
export const outcome = z.object({
  row: z.number().int(),
  outcome: z.enum(['created', 'changed']),
  /** What the record is called; persons masked as in lists. */
  name: z.string(),
  /** Its code or number, also one that the system gave; before the import only where the sheet gave it. */
  code: z.string().nullable(),
  /** The record's page in the workbench; NULL before the import of a new record, and where the kind cannot say. */
  page: z.string().nullable(),
  /** Whether the cells tell what stood before. */
  compared: z.boolean(),
  cells: z.array(
    z.object({
      header: z.string(),
      headerEn: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type Outcome = z.infer<typeof outcome>
/** As many rows of each outcome a check tells of. */
export const outcomesTold = 200
export const listOutcomes = endpoint({
  method: 'GET',
  path: '/api/imports/runs/:id/outcomes',
  verb: 'imports.open-rows',
  summary: '将新增和将修改的行；导入后为已新增和已修改的记录',
  params: z.object({ id }),
  query: z.object({ ...paging, outcome: outcome.shape.outcome.optional() }),
  response: page(outcome),
})
export const exportOutcomes = endpoint({
  method: 'GET',
  path: '/api/imports/runs/:id/outcomes/export',
  verb: listOutcomes.verb,
  summary: '下载新增和修改的记录，含系统编的代码（Excel）',
  params: z.object({ id }),
  query: z.object({ outcome: outcome.shape.outcome.optional() }),
  response: file,
})
export const confirmRun = endpoint({
  method: 'POST',
  path: '/api/imports/runs/:id/confirmation',
  verb: 'imports.confirm',
  summary: '确认导入',
  params: z.object({ id }),
  body: z.object({
    /** Records the sound rows and leaves the others out; otherwise all rows or none. */
    skipBad: z.boolean().default(false),
    /** By row number: really another record, or leave the row out. */
    decisions: z.record(z.string().regex(/^\d{1,7}$/), decision).default({}),
  }),
  response: importRun,
})
export const discardRun = endpoint({
  method: 'POST',
  path: '/api/imports/runs/:id/discarding',
  verb: 'imports.confirm',
  summary: '放弃本次导入',
  params: z.object({ id }),
  body: z.object({}),
  response: importRun,
})
