import type { z } from 'zod'
import * as contract from '../../../contracts/standards/exports.ts'
import type { limitPaper, requirementPaper, rulingPaper } from '../../../contracts/standards/staff.ts'
import type { Route } from '../../access/route.ts'
import type { Rulebook } from '../../rulebook/load.ts'
import { exportRoute } from '../export-route.ts'
import { limits, requirements, rulings } from './queries/lists.ts'
import { arrivalWords } from './rules/arrival.ts'
import { limitText, measureText } from './rules/limit-text.ts'

type Requirement = z.infer<typeof requirementPaper>
type Limit = z.infer<typeof limitPaper>
type Ruling = z.infer<typeof rulingPaper>

const times: Record<string, string> = {
  once: '一次',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
  term: '每届',
  event: '每次',
  always: '始终',
}
const settled = (undecided: boolean) => (undecided ? '市里未定，暂用' : '标准已定')
/** The standard is the same in a demonstration: nothing in these files is invented. */
const demo = false

/** The papers of the rule-book as files, filtered as they are shown. */
export const exportRoutes = (rulebook: Rulebook): Route[] => [
  exportRoute<typeof contract.exportRequirements, Requirement>(contract.exportRequirements, {
    title: '要求清单',
    demo,
    page: async (ctx, query) => requirements(rulebook, query, ctx.clock.today()),
    columns: [
      { header: '编号', value: (row) => row.id, width: 16 },
      { header: '条款', value: (row) => row.clause },
      { header: '要求', value: (row) => row.title, width: 48 },
      { header: '责任主体', value: (row) => row.who, width: 24 },
      { header: '频次', value: (row) => times[row.per] ?? row.per },
      { header: '标准', value: (row) => measureText(row.comparator, row.limit), width: 20 },
      { header: '标准的状态', value: (row) => settled(row.limit.undecided), width: 18 },
      { header: '事实', value: (row) => row.fact.title, width: 36 },
      { header: '来源', value: (row) => arrivalWords[row.fact.arrival], width: 18 },
    ],
  }),
  exportRoute<typeof contract.exportLimits, Limit>(contract.exportLimits, {
    title: '限值清单',
    demo,
    page: async (ctx, query) => limits(rulebook, query, ctx.clock.today()),
    columns: [
      { header: '编号', value: (row) => row.id, width: 36 },
      { header: '限值', value: (row) => row.title, width: 48 },
      { header: '数值', value: limitText },
      { header: '状态', value: (row) => settled(row.undecided), width: 18 },
      { header: '条款', value: (row) => row.clause },
      { header: '生效日', kind: 'day', value: (row) => row.from },
    ],
  }),
  exportRoute<typeof contract.exportRulings, Ruling>(contract.exportRulings, {
    title: '系统取法清单（待市里确认）',
    demo,
    page: async (_ctx, query) => ({ rows: rulings(rulebook, query).rulings, next: null }),
    columns: [
      { header: '编号', value: (row) => row.id },
      { header: '事项', value: (row) => row.title, width: 36 },
      { header: '问题', value: (row) => row.gap, width: 48 },
      { header: '系统取法（待市里确认）', value: (row) => row.reading, width: 48 },
      { header: '理由', value: (row) => row.reason, width: 48 },
      { header: '条款', value: (row) => row.clauses.join('、'), width: 20 },
      { header: '执行日', kind: 'day', value: (row) => row.from },
      { header: '停用日', kind: 'day', value: (row) => row.to },
    ],
  }),
]
