import { exportRuns, type ImportRun } from '../../../contracts/imports/staff.ts'
import { runStateNames } from '../../../contracts/imports/words.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import type { SheetKind } from '../sheet-kind.ts'
import { importRuns } from './queries/runs.ts'

/** The receipts as a file; the rows of a sheet stay with whoever brought it. */
export const runExport = (kinds: readonly SheetKind[], demo: boolean): Route =>
  exportRoute<typeof exportRuns, ImportRun>(exportRuns, {
    title: '表格导入记录',
    demo,
    page: (ctx, query) => importRuns(ctx, kinds, query),
    columns: [
      { header: '文件', value: (run) => run.fileName, width: 36 },
      { header: '表格种类', value: (run) => run.kindTitle, width: 20 },
      { header: '状态', value: (run) => runStateNames[run.state].zh, width: 18 },
      { header: '行数', kind: 'integer', value: (run) => run.rowsTotal },
      { header: '新增', kind: 'integer', value: (run) => run.counts.created },
      { header: '修改', kind: 'integer', value: (run) => run.counts.changed },
      { header: '没有变化', kind: 'integer', value: (run) => run.counts.unchanged },
      { header: '可能重复', kind: 'integer', value: (run) => run.counts.perhapsSame },
      { header: '有误', kind: 'integer', value: (run) => run.counts.refused },
      { header: '未导入', kind: 'integer', value: (run) => run.counts.skipped },
      { header: '上传人', value: (run) => run.uploadedByName },
      { header: '上传时间', kind: 'instant', value: (run) => run.uploadedAt, width: 18 },
      { header: '完成时间', kind: 'instant', value: (run) => run.finishedAt, width: 18 },
      { header: '问题', value: (run) => run.problem?.zh, width: 48 },
      { header: '回执编号', value: (run) => run.id, width: 38 },
    ],
  })
