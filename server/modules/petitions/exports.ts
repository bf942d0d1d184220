import type { ClaimRow } from '../../../contracts/petitions/shapes.ts'
import {
  exportKeyList,
  exportMonthly,
  exportProblemList,
  exportWhistles,
  exportWorkLedger,
  type WhistleRow,
} from '../../../contracts/petitions/staff.ts'
import {
  channelNames,
  levelNames,
  limitClassNames,
  outcomeNames,
  stateNames,
} from '../../../contracts/petitions/words.ts'
import type { Context } from '../../access/context.ts'
import type { Route } from '../../access/route.ts'
import type { ExportColumn } from '../../platform/spreadsheet/export-sheet.ts'
import { exportRoute } from '../export-route.ts'
import { claims } from './queries/claims.ts'
import { type KeyRow, keyIssues } from './queries/key-list.ts'
import { monthly, type MonthlyRow } from './queries/monthly.ts'
import { whistles } from './queries/whistles.ts'
import { ledger, type LedgerRow } from './queries/work-ledger.ts'

/** The head of a bureau's printed form: its title, then who made it, of what and when. */
const headOf =
  (title: string) =>
  (ctx: Context, query: { from?: string | undefined; to?: string | undefined }): string[] => [
    title,
    `制表：${ctx.actor.displayName}    统计时段：${query.from ?? '建档以来'} 至 ${query.to ?? ctx.clock.today()}    制表日期：${ctx.clock.today()}`,
  ]
const signed = '填表人：            审核人：            负责人：            （公章）'

/** What every list of claims begins with. */
const common: ExportColumn<ClaimRow>[] = [
  { header: '诉求编号', value: (row) => row.number, width: 18 },
  { header: '旗县区', value: (row) => row.districtName },
  { header: '小区', value: (row) => row.placeName, width: 20 },
  { header: '具体位置', value: (row) => row.spot, width: 20 },
  { header: '问题类别', value: (row) => row.categoryName, width: 18 },
  { header: '问题摘要', value: (row) => row.gist, width: 40 },
  { header: '来源', value: (row) => channelNames[row.channel].zh },
  { header: '反映时间', kind: 'instant', value: (row) => row.openedAt, width: 18 },
  { header: '承办单位', value: (row) => row.handler?.name, width: 26 },
]
const ending: ExportColumn<ClaimRow>[] = [
  { header: '办理层级', value: (row) => levelNames[row.level].zh },
  { header: '当前状态', value: (row) => stateNames[row.state].zh, width: 18 },
  { header: '到期时间', kind: 'instant', value: (row) => row.dueAt, width: 18 },
  { header: '是否超期', kind: 'yes-no', value: (row) => row.isOverdue },
  { header: '结果', value: (row) => row.outcome && outcomeNames[row.outcome].zh },
]

export const petitionExports = (demo: boolean): Route[] => [
  exportRoute<typeof exportProblemList, ClaimRow>(exportProblemList, {
    title: '物业问题清单',
    demo,
    head: headOf('物业管理问题清单'),
    signed,
    page: (ctx, query) => claims(ctx, query),
    columns: [
      ...common,
      { header: '时限类型', value: (row) => limitClassNames[row.limitClass].zh },
      ...ending,
      { header: '重办次数', kind: 'integer', value: (row) => row.redone + row.reopened },
    ],
  }),
  exportRoute<typeof exportWorkLedger, LedgerRow>(exportWorkLedger, {
    title: '诉求工作台账',
    demo,
    head: headOf('居民诉求办理工作台账'),
    signed,
    page: (ctx, query) => ledger(ctx, query),
    columns: [
      ...common,
      { header: '受理时间', kind: 'instant', value: (row) => row.acceptedAt, width: 18 },
      { header: '签收时间', kind: 'instant', value: (row) => row.signedAt, width: 18 },
      { header: '办理措施', value: (row) => row.plan, width: 30 },
      { header: '答复时间', kind: 'instant', value: (row) => row.answeredAt, width: 18 },
      { header: '答复内容', value: (row) => row.answer, width: 40 },
      { header: '按时答复', kind: 'yes-no', value: (row) => row.answeredInTime },
      { header: '回访时间', kind: 'instant', value: (row) => row.visitedAt, width: 18 },
      { header: '响应', kind: 'yes-no', value: (row) => row.rating.responded },
      { header: '解决', kind: 'yes-no', value: (row) => row.rating.solved },
      { header: '满意', kind: 'yes-no', value: (row) => row.rating.satisfied },
      { header: '办结时间', kind: 'instant', value: (row) => row.closedAt, width: 18 },
      { header: '销号时间', kind: 'instant', value: (row) => row.struckOffAt, width: 18 },
      ...ending,
    ],
  }),
  exportRoute<typeof exportMonthly, MonthlyRow>(exportMonthly, {
    title: '诉求月度统计',
    demo,
    head: headOf('居民诉求办理月度统计表'),
    signed,
    page: (ctx, query) => monthly(ctx, query),
    columns: [
      { header: '上级', value: (row) => row.under, width: 20 },
      { header: '名称', value: (row) => row.name, width: 26 },
      { header: '受理', kind: 'integer', value: (row) => row.received },
      { header: '已答复', kind: 'integer', value: (row) => row.answered },
      { header: '按时答复', kind: 'integer', value: (row) => row.answeredInTime },
      { header: '已办结', kind: 'integer', value: (row) => row.closed },
      { header: '已解决', kind: 'integer', value: (row) => row.solved },
      { header: '已回访', kind: 'integer', value: (row) => row.visited },
      { header: '满意', kind: 'integer', value: (row) => row.satisfied },
      { header: '超期', kind: 'integer', value: (row) => row.overdue },
      { header: '升级', kind: 'integer', value: (row) => row.climbed },
      { header: '重办', kind: 'integer', value: (row) => row.reopened },
      { header: '销号', kind: 'integer', value: (row) => row.struckOff },
    ],
  }),
  exportRoute<typeof exportKeyList, KeyRow>(exportKeyList, {
    title: '重点难点问题清单',
    demo,
    head: (ctx) => headOf('物业管理重点难点问题清单')(ctx, {}),
    signed,
    page: (ctx, query) => keyIssues(ctx, query),
    columns: [
      ...common,
      { header: '清单层级', value: (row) => row.key && levelNames[row.key.level].zh },
      { header: '疑难', kind: 'yes-no', value: (row) => row.key?.complex },
      { header: '挂牌督办', kind: 'yes-no', value: (row) => row.key?.supervised },
      { header: '列入时间', kind: 'instant', value: (row) => row.markedAt, width: 18 },
      { header: '列入说明', value: (row) => row.markNote, width: 30 },
      { header: '最近进展', value: (row) => row.last.zh, width: 20 },
      { header: '进展时间', kind: 'instant', value: (row) => row.last.at, width: 18 },
      ...ending,
    ],
  }),
  exportRoute<typeof exportWhistles, WhistleRow>(exportWhistles, {
    title: '吹哨报到台账',
    demo,
    head: headOf('“吹哨报到”工作台账'),
    signed,
    page: (ctx, query) => whistles(ctx, query),
    columns: [
      { header: '吹哨编号', value: (row) => row.number, width: 18 },
      { header: '位置', value: (row) => row.placeName, width: 20 },
      { header: '吹哨单位', value: (row) => row.callerName, width: 20 },
      { header: '事项', value: (row) => row.matter, width: 40 },
      { header: '紧急', kind: 'yes-no', value: (row) => row.urgent },
      { header: '诉求编号', value: (row) => row.claimNumber, width: 18 },
      { header: '吹哨时间', kind: 'instant', value: (row) => row.calledAt, width: 18 },
      { header: '报到期限', kind: 'instant', value: (row) => row.dueAt, width: 18 },
      {
        header: '被呼叫单位及报到情况',
        value: (row) => row.calls.map((call) => `${call.name}：${arrival(call)}`).join('；'),
        width: 60,
      },
      { header: '应到', kind: 'integer', value: (row) => row.calls.length },
      {
        header: '按时报到',
        kind: 'integer',
        value: (row) => row.calls.filter((call) => call.inTime === true).length,
      },
      {
        header: '状态',
        value: (row) => ({ open: '进行中', ended: '已结束', cancelled: '已取消' })[row.state],
      },
      { header: '结果', value: (row) => row.result, width: 40 },
    ],
  }),
]

const arrival = ({ checkedInAt, inTime }: WhistleRow['calls'][number]): string => {
  if (checkedInAt === null) return inTime === false ? '未报到' : '待报到'
  return inTime ? '按时报到' : '逾期报到'
}
