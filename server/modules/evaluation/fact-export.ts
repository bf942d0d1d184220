import { exportDeclaredFacts } from '../../../contracts/evaluation/staff.ts'
import type { Route } from '../../access/route.ts'
import type { ExportColumn } from '../../platform/spreadsheet/export-sheet.ts'
import { exportRoute } from '../export-route.ts'
import { declaredFacts } from './queries/declared-facts.ts'
import type { Engine } from './scoring-engine.ts'

type Row = Awaited<ReturnType<typeof declaredFacts>>['rows'][number]

const provenances: Record<string, string> = {
  declared: '申报',
  inspected: '现场检查',
  surveyed: '满意度调查',
  imported: '导入',
}

/** The template's own headers come first, so that a list can be corrected in the file and imported again. */
const columns: ExportColumn<Row>[] = [
  { header: '年度', kind: 'integer', value: (row) => row.year },
  { header: '事实', value: (row) => row.fact, width: 28 },
  { header: '对象代码', value: (row) => row.placeCode, width: 20 },
  { header: '统一社会信用代码', value: (row) => row.uscc, width: 20 },
  { header: '项目小区代码', value: (row) => row.projectCode, width: 20 },
  { header: '分子', value: (row) => row.numerator },
  { header: '分母', value: (row) => row.denominator },
  { header: '数值', value: (row) => (row.notApplicable === null ? (row.named ?? row.value) : '不适用') },
  { header: '来源', value: (row) => provenances[row.provenance] },
  { header: '评价人', value: (row) => row.grader },
  { header: '事件编号', value: (row) => row.incident },
  { header: '佐证材料', value: (row) => row.evidence, width: 30 },
  { header: '说明', value: (row) => row.note, width: 24 },
  { header: '更正原因', value: () => null, width: 24 },
  { header: '事实名称', value: (row) => row.factTitle, width: 30 },
  { header: '对象名称', value: (row) => row.bodyName ?? row.placeName, width: 28 },
  { header: '登记人', value: (row) => row.recordedBy },
  { header: '登记时间', kind: 'instant', value: (row) => row.recordedAt },
]

/** The list of declared facts as a file, filtered as it is shown. */
export const factExport = ({ rulebook, demo }: Engine): Route =>
  exportRoute<typeof exportDeclaredFacts, Row>(exportDeclaredFacts, {
    title: '申报事实',
    demo,
    columns,
    // What was withdrawn would be recorded anew by the next import.
    page: (ctx, query) => declaredFacts(ctx, rulebook, { ...query, standing: 'counting' }),
  })
