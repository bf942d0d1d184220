import { z } from 'zod'
import { provenances } from '../evaluation/words.ts'

/** How a fact reaches us today; `missing` when nothing can record it yet. */
export const arrivals = [...provenances, 'missing'] as const
export const arrival = z.enum(arrivals)
export type Arrival = z.infer<typeof arrival>

/** The strongest modal verb of a clause; 题 heads others, 述 states without one. */
export const clauseKinds = ['应', '宜', '可', '题', '述'] as const
export const clauseKind = z.enum(clauseKinds)

export const modals = ['应', '宜', '可'] as const
export const modal = z.enum(modals)

export const paperKinds = ['indicator', 'clause', 'requirement', 'limit', 'ruling'] as const
export const paperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof paperKind>

/** 草稿、待批准、已发布、已撤销: how an edition made by the city stands. */
export const editionStates = ['draft', 'submitted', 'published', 'withdrawn'] as const
export const editionState = z.enum(editionStates)
export type EditionState = z.infer<typeof editionState>

/** What of an edition is changed at a time; a successor says which row takes the place of one that is gone. */
export const editionParts = ['scheme', 'table', 'row', 'limit', 'successor', 'order'] as const
export type EditionPart = (typeof editionParts)[number]

/** Who grades a row, as the tables name them. */
export const rowEvaluators = [
  '考核组',
  '物业主管部门',
  '街道社区',
  '业委会',
  '区物业主管部门',
  '市物业主管部门',
  '业主',
] as const

/** How a row turns a fact into points. */
export const mechanisms = [
  'boolean',
  'ratio',
  'count',
  'tiers',
  'checklist',
  'grade',
  'survey',
  'deduction',
  'none',
] as const
