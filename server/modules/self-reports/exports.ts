import type { Answer } from '../../../contracts/endpoint.ts'
import {
  exportContests,
  exportReports,
  type listContests,
  type listReports,
} from '../../../contracts/self-reports/staff.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import type { EditionsAsked } from './papers.ts'
import { contests } from './queries/contests.ts'
import { reports } from './queries/reports.ts'

type Report = Answer<typeof listReports>['rows'][number]
type Contest = Answer<typeof listContests>['rows'][number]

const kindNames = {
  compound: '小区',
  enterprise: '企业',
  street: '街道',
  community: '社区',
  district: '旗县区',
}
const outcomeNames = { accepted: '成立', rejected: '不成立' }

const claimOf = ({ claimed: { numerator, denominator, value } }: Contest) =>
  value ?? (numerator === null ? null : `${numerator}${denominator === null ? '' : `/${denominator}`}`)

export const reportExports = (editions: EditionsAsked, demo: boolean): Route[] => [
  exportRoute<typeof exportReports, Report>(exportReports, {
    title: '自评申报情况',
    demo,
    page: reports,
    columns: [
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '类别', value: (row) => kindNames[row.kind] },
      { header: '对象', value: (row) => row.name, width: 28 },
      { header: '代码', value: (row) => row.code, width: 24 },
      { header: '申报单位', value: (row) => row.bodyName, width: 28 },
      { header: '状态', value: (row) => (row.state === 'submitted' ? '已提交' : '未提交') },
      { header: '截止日', kind: 'day', value: (row) => row.dueOn },
      { header: '提交时间', kind: 'instant', value: (row) => row.submittedAt, width: 18 },
      { header: '逾期', kind: 'yes-no', value: (row) => row.late },
      { header: '逾期工作日', kind: 'integer', value: (row) => row.lateDays },
      { header: '已办行数', kind: 'integer', value: (row) => row.said },
      { header: '异议', kind: 'integer', value: (row) => row.contests },
    ],
  }),
  exportRoute<typeof exportContests, Contest>(exportContests, {
    title: '自评异议',
    demo,
    page: (ctx, query) => contests(ctx, editions, query),
    columns: [
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '类别', value: (row) => kindNames[row.kind] },
      { header: '对象', value: (row) => row.name, width: 28 },
      { header: '指标编号', value: (row) => row.row },
      { header: '指标', value: (row) => row.rowTitle, width: 40 },
      { header: '评价主体', value: (row) => row.evaluator },
      { header: '主张的数据', value: claimOf },
      { header: '理由', value: (row) => row.reason, width: 40 },
      { header: '佐证材料', value: (row) => row.evidenceNote, width: 30 },
      { header: '提出时间', kind: 'instant', value: (row) => row.contestedAt, width: 18 },
      { header: '答复', value: (row) => row.outcome && outcomeNames[row.outcome] },
      { header: '答复理由', value: (row) => row.answer, width: 40 },
      { header: '答复人', value: (row) => row.answeredBy },
      { header: '答复时间', kind: 'instant', value: (row) => row.answeredAt, width: 18 },
    ],
  }),
]
