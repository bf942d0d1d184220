import type { Answer } from '../../../contracts/endpoint.ts'
import { exportMissingRows, type listMissingRows } from '../../../contracts/evaluation/staff.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { missingRows } from './queries/missing-rows.ts'
import type { Engine } from './scoring-engine.ts'

type Row = Answer<typeof listMissingRows>['rows'][number]

/** What still lacks data, row by row, as a file to be worked off. */
export const missingExport = ({ demo, editions }: Engine): Route =>
  exportRoute<typeof exportMissingRows, Row>(exportMissingRows, {
    title: '还缺数据的指标',
    demo,
    page: (ctx, query, { id }) => missingRows(ctx, editions, id, query),
    columns: [
      { header: '对象', value: (row) => row.name, width: 28 },
      { header: '代码', value: (row) => row.code, width: 22 },
      { header: '旗县区', value: (row) => row.districtName, width: 18 },
      { header: '指标编号', value: (row) => row.row },
      { header: '三级指标', value: (row) => row.indicator, width: 48 },
      { header: '评价主体', value: (row) => row.evaluator },
    ],
  })
