import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, page, paging } from '../shapes.ts'
import { claimRow } from './shapes.ts'

/** What the own body, office or project has in hand, what runs out next first. */
export const handlerDesk = endpoint({
  method: 'GET',
  path: '/api/petitions/desk',
  verb: 'petitions.work',
  summary: '我的待办诉求（先到期的在前）',
  query: z.object({
    ...paging,
    /** `mine`: to sign, handle, answer; `beside`: asked besides (a complaint about the firm); `answered`: waits for others. */
    tab: z.enum(['mine', 'beside', 'answered']).default('mine'),
  }),
  response: page(claimRow),
})

export const supervisorTabs = [
  'to-accept',
  'to-dispatch',
  'warned',
  'overdue',
  'climbed',
  'reopened',
  'no-owner',
  'asked',
  'suspended',
  'to-review',
  'to-visit',
  'to-close',
  'to-strike-off',
] as const
export const supervisorTab = z.enum(supervisorTabs)

/** What an office looks after: what runs out next first. Tabs that ask for a step hold what the asker himself may take it on. */
export const supervisorDesk = endpoint({
  method: 'GET',
  path: '/api/petitions/supervision',
  verb: 'petitions.supervise',
  summary: '督办台：预警、超期、升级、重办、无人认领、延期挂起、审核、回访',
  query: z.object({ ...paging, tab: supervisorTab, place: id.optional() }),
  response: page(claimRow),
})
export const supervisorCounts = endpoint({
  method: 'GET',
  path: '/api/petitions/supervision/counts',
  verb: 'petitions.supervise',
  summary: '督办台各栏件数',
  query: z.object({ place: id.optional() }),
  response: z.object({ counts: z.record(supervisorTab, z.number().int()) }),
})

/** How we stand: over the own claims of a handler, or those of an office's places. */
export const claimFigures = endpoint({
  method: 'GET',
  path: '/api/petitions/figures',
  verb: 'petitions.see',
  summary: '在办、超期件数和本年解决率',
  query: z.object({ place: id.optional() }),
  response: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    /** Of this year's closed claims that count: solved, and all. */
    solved: z.number().int(),
    closed: z.number().int(),
  }),
})
