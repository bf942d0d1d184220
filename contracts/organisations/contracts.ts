import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import { contractRow, staffRow } from './rows.ts'
import { staffKind } from './words.ts'

export const listContracts = endpoint({
  method: 'GET',
  path: '/api/organisations/contracts',
  verb: 'organisations.see-contracts',
  summary: '物业服务合同列表',
  query: z.object({
    ...paging,
    place: id.optional(),
    compound: id.optional(),
    provider: id.optional(),
    state: z.enum(['coming', 'running', 'over']).optional(),
  }),
  response: page(contractRow),
})
export const createContract = endpoint({
  method: 'POST',
  path: '/api/organisations/contracts',
  verb: 'organisations.record-contracts',
  summary: '登记物业服务合同',
  body: z.object({
    uscc: z.string(),
    compound: z.string(),
    number: z.string().trim().min(1).max(80),
    from: day,
    to: day.nullable(),
  }),
  response: z.object({ id }),
})
export const endContract = endpoint({
  method: 'POST',
  path: '/api/organisations/contracts/:id/end',
  verb: 'organisations.end-contract',
  summary: '登记合同终止',
  params: z.object({ id }),
  body: z.object({ lastDay: day, reason: z.string().trim().min(1).max(200), version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/organisations/staff',
  verb: 'organisations.see-compounds',
  summary: '专职人员配备（每岗最近一次统计）',
  query: z.object({
    ...paging,
    place: id.optional(),
    compound: id.optional(),
    short: z.enum(['yes', 'no']).optional(),
  }),
  response: page(staffRow),
})
export const createStaff = endpoint({
  method: 'POST',
  path: '/api/organisations/staff',
  verb: 'organisations.record-staffing',
  summary: '登记专职人员配备',
  body: z.object({
    compound: z.string(),
    kind: staffKind,
    contracted: z.number().int(),
    actual: z.number().int(),
    asOf: day,
  }),
  response: z.object({ id }),
})
