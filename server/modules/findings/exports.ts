import {
  exportDecisions,
  exportIncidents,
  type listDecisions,
  type listIncidents,
} from '../../../contracts/findings/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { Route } from '../../access/route.ts'
import type { Rulebook } from '../../rulebook/load.ts'
import { exportRoute } from '../export-route.ts'
import { decisions } from './queries/decisions.ts'
import { incidents } from './queries/incidents.ts'

type Incident = Answer<typeof listIncidents>['rows'][number]
type Decision = Answer<typeof listDecisions>['rows'][number]

const incidentStateNames = { standing: '有效', withdrawn: '已撤销' }
const decisionStateNames = { proposed: '待批准', decided: '已批准', rejected: '未批准', withdrawn: '已撤销' }
const kindNames = {
  compound: '小区',
  enterprise: '企业',
  street: '街道',
  community: '社区',
  district: '旗县区',
}

export const findingsExports = (rulebook: Rulebook, demo: boolean): Route[] => [
  exportRoute<typeof exportIncidents, Incident>(exportIncidents, {
    title: '负面清单事件',
    demo,
    page: (ctx, query) => incidents(ctx, rulebook, query),
    columns: [
      { header: '年度', value: (row) => row.year },
      { header: '指标编号', value: (row) => row.row },
      { header: '指标', value: (row) => row.rowTitle, width: 40 },
      { header: '事件编号', value: (row) => row.number, width: 20 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '企业', value: (row) => row.enterpriseName, width: 30 },
      { header: '项目', value: (row) => row.projectName, width: 24 },
      { header: '轻重程度', value: (row) => row.severity },
      { header: '扣分', kind: 'decimal', value: (row) => Number(row.points) },
      { header: '认定机关', value: (row) => row.issuer, width: 24 },
      { header: '文号', value: (row) => row.documentNumber, width: 24 },
      { header: '认定日期', kind: 'day', value: (row) => row.foundOn },
      { header: '事件经过', value: (row) => row.summary, width: 40 },
      { header: '状态', value: (row) => incidentStateNames[row.state] },
      { header: '登记时间', kind: 'instant', value: (row) => row.recordedAt, width: 18 },
    ],
  }),
  exportRoute<typeof exportDecisions, Decision>(exportDecisions, {
    title: '不适用决定',
    demo,
    page: (ctx, query) => decisions(ctx, rulebook, query),
    columns: [
      { header: '决定编号', value: (row) => row.name, width: 26 },
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '指标编号', value: (row) => row.row },
      { header: '指标', value: (row) => row.rowTitle, width: 40 },
      { header: '对象类别', value: (row) => kindNames[row.kind] },
      { header: '对象或区域', value: (row) => row.about, width: 26 },
      { header: '对象数', kind: 'integer', value: (row) => row.subjects },
      { header: '依据', value: (row) => (row.ground === 'other' ? '其他' : `裁定${row.ground}`) },
      { header: '理由', value: (row) => row.reason, width: 40 },
      { header: '状态', value: (row) => decisionStateNames[row.state] },
      { header: '提出人', value: (row) => row.proposedBy },
      { header: '提出时间', kind: 'instant', value: (row) => row.proposedAt, width: 18 },
      { header: '批准人', value: (row) => row.settledBy },
      { header: '批准时间', kind: 'instant', value: (row) => row.settledAt, width: 18 },
      { header: '撤销理由', value: (row) => row.withdrawnReason, width: 30 },
    ],
  }),
]
