import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day } from '../shapes.ts'
import { arrival, clauseKind, modal, paperKind } from './words.ts'

const verb = 'standards.see'
/** Points and limits travel exactly: "2", "0.7", "3/5". */
const exact = z.string()
const titled = { title: z.string(), titleEn: z.string() }
const reference = z.object({ id: z.string(), ...titled })
const edition = z.string().max(60)

export const factPaper = z.object({
  id: z.string(),
  ...titled,
  subjects: z.array(z.string()),
  shape: z.string(),
  unit: z.string().nullable(),
  provenance: z.string(),
  arrival,
  module: z.string(),
  clause: z.string(),
  reads: z.string(),
  readsEn: z.string(),
  personal: z.boolean(),
})
export const limitPaper = z.object({
  id: z.string(),
  ...titled,
  clause: z.string(),
  unit: z.string(),
  undecided: z.boolean(),
  /** The value on the day asked for, and since when it holds. */
  value: exact,
  from: day,
})
export const rulingPaper = z.object({
  id: z.string(),
  ...titled,
  gap: z.string(),
  gapEn: z.string(),
  reading: z.string(),
  readingEn: z.string(),
  reason: z.string(),
  reasonEn: z.string(),
  clauses: z.array(z.string()),
  from: day,
  to: day.nullable(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
})
const statementPaper = z.object({ id: z.string(), kind: modal, gist: z.string(), gistEn: z.string() })
export const clausePaper = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  ...titled,
  kind: clauseKind,
  summary: z.string(),
  summaryEn: z.string(),
  statements: z.array(statementPaper),
})

export const listEditions = endpoint({
  method: 'GET',
  path: '/api/standards/editions',
  verb,
  summary: '评价标准的版本',
  response: z.object({
    editions: z.array(
      z.object({
        id: z.string(),
        ...titled,
        from: day,
        to: day.nullable(),
        status: z.enum(['draft', 'published']),
        tables: z.array(z.object({ id: z.string(), ...titled, points: exact, rows: z.number().int() })),
      }),
    ),
  }),
})

export const tableRow = z.object({
  id: z.string(),
  level1: z.string(),
  level1En: z.string(),
  level2: z.string(),
  level2En: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  points: exact,
  evaluator: z.string(),
  variant: z.string().nullable(),
  levels: z.array(z.string()),
  mechanism: z.string(),
  fact: reference.nullable(),
  /** null for a row that reads no fact. */
  arrival: arrival.nullable(),
  undecided: z.boolean(),
  clauses: z.array(reference),
  rulings: z.array(reference),
})
export const getTable = endpoint({
  method: 'GET',
  path: '/api/standards/editions/:edition/tables/:table',
  verb,
  summary: '一张评价细则表',
  params: z.object({ edition, table: z.string().max(10) }),
  response: z.object({
    edition: z.object({ id: z.string(), ...titled, from: day, to: day.nullable() }),
    table: z.object({
      id: z.string(),
      ...titled,
      organiser: z.string(),
      organiserEn: z.string().nullable(),
      points: exact,
      ownersShare: z.object({ points: exact, evaluators: z.array(z.string()) }),
      variants: z.array(z.string()),
      groups: z.array(z.object({ name: z.string(), nameEn: z.string().nullable(), points: exact })),
      bands: z.array(
        z.object({ name: z.string(), nameEn: z.string(), from: exact, to: exact, includesTo: z.boolean() }),
      ),
    }),
    rows: z.array(tableRow),
  }),
})
export const getRow = endpoint({
  method: 'GET',
  path: '/api/standards/editions/:edition/rows/:row',
  verb,
  summary: '一项指标的依据与评分办法',
  params: z.object({ edition, row: z.string().max(10) }),
  query: z.object({ on: day.optional() }),
  response: z.object({
    table: z.string(),
    row: tableRow,
    fact: factPaper.nullable(),
    gate: factPaper.nullable(),
    aids: z.array(factPaper),
    comparator: z.string().nullable(),
    /** What a denominator of 0 means (C32). */
    zero: z.enum(['full', 'not-applicable']).nullable(),
    tiers: z.array(
      z.object({ name: z.string(), nameEn: z.string().nullable(), at: exact.nullable(), share: exact }),
    ),
    severities: z.array(z.object({ name: z.string(), points: exact })),
    rubric: z.array(z.object({ level: z.string(), share: exact, signs: z.string(), signsEn: z.string() })),
    evidence: z.array(z.string()),
    limits: z.array(limitPaper),
    clauses: z.array(clausePaper),
    rulings: z.array(rulingPaper),
  }),
})

export const listClauses = endpoint({
  method: 'GET',
  path: '/api/standards/clauses',
  verb,
  summary: '标准条款',
  response: z.object({
    clauses: z.array(
      clausePaper.omit({ statements: true }).extend({
        statements: z.number().int(),
        requirements: z.number().int(),
        indicators: z.number().int(),
      }),
    ),
  }),
})
export const requirementPaper = z.object({
  id: z.string(),
  statement: z.string(),
  clause: z.string(),
  ...titled,
  who: z.string(),
  subject: z.string(),
  per: z.string(),
  comparator: z.string(),
  limit: limitPaper,
  fact: factPaper,
})
const indicatorReference = z.object({
  edition: z.string(),
  table: z.string(),
  id: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  points: exact,
})
export const getClause = endpoint({
  method: 'GET',
  path: '/api/standards/clauses/:id',
  verb,
  summary: '一条标准条款',
  params: z.object({ id: z.string().max(20) }),
  response: z.object({
    clause: clausePaper,
    statements: z.array(
      statementPaper.extend({
        requirements: z.array(requirementPaper),
        notCheckable: z.object({ reason: z.string(), reasonEn: z.string() }).nullable(),
      }),
    ),
    limits: z.array(limitPaper),
    rulings: z.array(rulingPaper),
    indicators: z.array(indicatorReference),
  }),
})
export const listRequirements = endpoint({
  method: 'GET',
  path: '/api/standards/requirements',
  verb,
  summary: '要求清单',
  query: z.object({
    text: z.string().max(60).optional(),
    subject: z.string().max(30).optional(),
    arrival: arrival.optional(),
  }),
  response: z.object({ rows: z.array(requirementPaper), next: z.null() }),
})
export const listLimits = endpoint({
  method: 'GET',
  path: '/api/standards/limits',
  verb,
  summary: '限值清单',
  query: z.object({ text: z.string().max(60).optional(), undecided: z.enum(['yes', 'no']).optional() }),
  response: z.object({ rows: z.array(limitPaper), next: z.null() }),
})
export const listRulings = endpoint({
  method: 'GET',
  path: '/api/standards/rulings',
  verb,
  summary: '裁定清单',
  query: z.object({ text: z.string().max(60).optional() }),
  response: z.object({ rulings: z.array(rulingPaper) }),
})
export const searchPapers = endpoint({
  method: 'GET',
  path: '/api/standards/search',
  verb,
  summary: '按文字或编号查找',
  query: z.object({ text: z.string().trim().min(1, '请输入要找的文字或编号').max(60) }),
  response: z.object({
    found: z.array(z.object({ kind: paperKind, id: z.string(), table: z.string().nullable(), ...titled })),
  }),
})

const coverageFact = factPaper.pick({ id: true, title: true, titleEn: true, module: true, arrival: true })
export const getCoverage = endpoint({
  method: 'GET',
  path: '/api/standards/coverage',
  verb,
  summary: '条款与指标的落实情况',
  response: z.object({
    edition: reference,
    statements: z.object({
      shall: z.number().int(),
      required: z.number().int(),
      notCheckable: z.number().int(),
    }),
    requirements: z.array(z.object({ arrival, count: z.number().int() })),
    tables: z.array(
      z.object({
        table: z.string(),
        ...titled,
        variant: z.string().nullable(),
        points: exact,
        by: z.array(z.object({ arrival, points: exact, rows: z.number().int() })),
      }),
    ),
    clauses: z.array(
      z.object({
        id: z.string(),
        ...titled,
        kind: clauseKind,
        requirements: z.array(z.object({ id: z.string(), ...titled, fact: coverageFact })),
        notCheckable: z.array(z.object({ statement: z.string(), reason: z.string(), reasonEn: z.string() })),
      }),
    ),
  }),
})

export const checkProposal = endpoint({
  method: 'POST',
  path: '/api/standards/proposals/check',
  verb,
  summary: '检查拟议的版本或评价细则表',
  body: z.object({
    name: z.string().trim().max(120).default(''),
    text: z.string().min(1, '请粘贴或选择要检查的文件').max(1_000_000, '文件超过 1 MB，请按表拆分后再检查'),
  }),
  response: z.object({
    edition: z.string(),
    tables: z.array(z.string()),
    rows: z.number().int(),
    faults: z.array(z.object({ line: z.number().int(), detail: z.string(), detailEn: z.string() })),
  }),
})
