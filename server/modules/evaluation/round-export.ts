import type { Answer } from '../../../contracts/endpoint.ts'
import { exportRounds, type listRounds } from '../../../contracts/evaluation/staff.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { stageTitles } from './rules/stages.ts'
import { rounds } from './queries/rounds.ts'

type Row = Answer<typeof listRounds>['rows'][number]

const stateOf = (row: Row) => (row.state === 'closed' ? '已结束' : stageTitles[row.state])

/** The rounds that concern the asker as a file. */
export const roundExport = (demo: boolean): Route =>
  exportRoute<typeof exportRounds, Row>(exportRounds, {
    title: '评价轮次',
    demo,
    page: rounds,
    columns: [
      { header: '轮次', value: (row) => row.name, width: 28 },
      // No thousands separator: 2026, not 2,026.
      { header: '年度', value: (row) => String(row.year) },
      { header: '范围', value: (row) => row.placeName },
      { header: '状态', value: (row) => stateOf(row) },
      { header: '上次计算', kind: 'instant', value: (row) => row.evaluatedAt, width: 18 },
      { header: '评价期起', kind: 'day', value: (row) => row.from },
      { header: '评价期止', kind: 'day', value: (row) => row.to },
      { header: '标准版本', value: (row) => row.edition, width: 24 },
    ],
  })
