import type { Answer } from '../../../contracts/endpoint.ts'
import {
  exportDuties,
  exportMassIncidents,
  exportOpenings,
  exportStatistics,
} from '../../../contracts/petitions/list-exports.ts'
import type { listMassIncidents } from '../../../contracts/petitions/mass-incidents.ts'
import type { listOpenings } from '../../../contracts/petitions/reporters.ts'
import type { listDuties } from '../../../contracts/petitions/routing.ts'
import { type claimStatistics, measureIds, measureNames } from '../../../contracts/petitions/statistics.ts'
import type { Route } from '../../access/route.ts'
import type { ExportColumn } from '../../platform/spreadsheet/export-sheet.ts'
import { exportRoute } from '../export-route.ts'
import { massIncidents } from './queries/mass-incidents.ts'
import { openings } from './queries/openings.ts'
import { duties } from './queries/routing-data.ts'
import { statistics } from './queries/statistics.ts'

type MassIncident = Answer<typeof listMassIncidents>['rows'][number]
type Opening = Answer<typeof listOpenings>['rows'][number]
type Duty = Answer<typeof listDuties>['rows'][number]
type Figures = Answer<typeof claimStatistics>['rows'][number]

const openingStates = { asked: '待批准', agreed: '已同意', refused: '未同意' }

/** Each figure as what counts and of how many, so that the sheet can be added up. */
const measures = measureIds.flatMap((id): ExportColumn<Figures>[] => [
  { header: measureNames[id].zh, kind: 'integer', value: (row) => row.measures[id].counted },
  { header: `${measureNames[id].zh}（总数）`, kind: 'integer', value: (row) => row.measures[id].among },
])

/** Lists of the module that no ledger of a bureau carries. */
export const listExports = (demo: boolean): Route[] => [
  exportRoute<typeof exportMassIncidents, MassIncident>(exportMassIncidents, {
    title: '群体性事件认定',
    demo,
    page: (ctx, query) => massIncidents(ctx, query),
    columns: [
      { header: '地点', value: (row) => row.placeName, width: 24 },
      { header: '发生日期', kind: 'day', value: (row) => row.happenedOn },
      { header: '认定事实', value: (row) => row.finding, width: 40 },
      { header: '认定机关', value: (row) => row.issuer, width: 24 },
      { header: '撤销理由', value: (row) => row.withdrawnReason, width: 30 },
    ],
  }),
  exportRoute<typeof exportOpenings, Opening>(exportOpenings, {
    title: '身份解封申请',
    demo,
    page: (ctx, query) => openings(ctx, query),
    columns: [
      { header: '诉求编号', value: (row) => row.claimNumber, width: 20 },
      { header: '理由', value: (row) => row.reason, width: 40 },
      { header: '状态', value: (row) => openingStates[row.state] },
      { header: '申请时间', kind: 'instant', value: (row) => row.askedAt, width: 18 },
    ],
  }),
  exportRoute<typeof exportDuties, Duty>(exportDuties, {
    title: '职责清单',
    demo,
    page: (ctx, query) => duties(ctx, query),
    columns: [
      { header: '类别', value: (row) => row.categoryName ?? '全部类别', width: 24 },
      { header: '适用地点', value: (row) => row.placeName, width: 24 },
      { header: '责任单位', value: (row) => row.who, width: 28 },
      { header: '依据', value: (row) => row.basis, width: 40 },
      { header: '自', kind: 'day', value: (row) => row.from },
      { header: '至', kind: 'day', value: (row) => row.to },
    ],
  }),
  exportRoute<typeof exportStatistics, Figures>(exportStatistics, {
    title: '诉求指标统计',
    demo,
    page: (ctx, query) => statistics(ctx, query),
    columns: [
      { header: '上级', value: (row) => row.under, width: 20 },
      { header: '名称', value: (row) => row.name, width: 26 },
      ...measures,
      { header: '群体性事件', kind: 'integer', value: (row) => row.massIncidents },
    ],
  }),
]
