import type { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { exportScores } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { escapeCellText } from '../../../platform/spreadsheet/cell-text.ts'
import { demoFooter, type ExportColumn, exportSheet } from '../../../platform/spreadsheet/export-sheet.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { type ScoreListRow, scores } from './scores.ts'
import { type ScoreRowShown, type SubjectScorePage, subjectScore } from './subject-score.ts'

type Filter = Received<typeof exportScores>['query']

const kindTitles: Record<string, string> = {
  compound: '表A.1 物业项目',
  enterprise: '表A.2 物业服务企业',
  street: '表A.3 街道（乡镇）',
  community: '表A.3 社区',
  district: '表A.4 区',
}

/** Exact totals have twelve decimals; a cell that people reckon with is a number rounded as it is shown. */
const rounded = (exact: string | null): number | null =>
  exact === null ? null : Number(Fraction.parse(exact).toFixed(2))

function noteOf(row: ScoreListRow): string {
  if (row.notAssessed) return '服务时间不足，不评'
  return [
    row.missingRows ? '暂定：数据不齐' : '',
    row.incomparable ? '比上年：数据不齐，暂不比较' : '',
    row.stale ? '数据已变，待重算' : '',
  ]
    .filter(Boolean)
    .join('；')
}

const columns: ExportColumn<ScoreListRow>[] = [
  { header: '名次', kind: 'integer', value: (row) => row.rank },
  { header: '名称', value: (row) => row.name, width: 32 },
  { header: '代码', value: (row) => row.code, width: 22 },
  { header: '旗县区', value: (row) => row.districtName },
  { header: '街道（乡镇）', value: (row) => row.streetName },
  { header: '类别', value: (row) => row.variant },
  { header: '户数', kind: 'integer', value: (row) => row.households },
  { header: '总分', kind: 'decimal', value: (row) => rounded(row.total) },
  { header: '星级', value: (row) => row.band },
  { header: '缺数据项数', kind: 'integer', value: (row) => row.missingRows },
  { header: '缺数据分值', kind: 'decimal', value: (row) => rounded(row.missing) },
  { header: '比上年', kind: 'decimal', value: (row) => rounded(row.change) },
  { header: '说明', value: noteOf, width: 30 },
]

/**
 * Exactly what is filtered, page after page, so that a whole city streams in bounded memory.
 * @throws 404 before anything is sent when the round is out of sight
 */
export async function scoreList(
  ctx: Context,
  roundId: string,
  filter: Filter,
  demo: boolean,
): Promise<{ name: string; body: Readable }> {
  const first = await scores(ctx, roundId, { ...filter, limit: pageSize })
  const title = `${kindTitles[filter.kind] ?? filter.kind}得分`
  return {
    name: `${title}.xlsx`,
    body: exportSheet({
      title,
      columns,
      rows: everyPage(ctx, roundId, filter, first),
      ...(demo ? { footer: demoFooter } : {}),
    }),
  }
}

const pageSize = 200

async function* everyPage(
  ctx: Context,
  roundId: string,
  filter: Filter,
  first: { rows: ScoreListRow[]; next: string | null },
): AsyncGenerator<ScoreListRow> {
  let page = first
  for (;;) {
    yield* page.rows
    if (page.next === null) return
    page = await scores(ctx, roundId, { ...filter, limit: pageSize, after: page.next })
  }
}

const head = ['一级指标', '二级指标', '三级指标', '分值', '评价主体', '得分', '来源', '依据']
const widths = [14, 22, 40, 8, 16, 10, 12, 60]
const provenances: Record<string, string> = {
  computed: '自动计算',
  inspected: '现场检查',
  surveyed: '满意度调查',
  declared: '申报',
  imported: '导入',
}
const border = { style: 'thin' as const, color: { argb: 'FFBFBFBF' } }

/** One subject's score in the layout of the standard's own table: merged groups, total, band. */
export async function scoreSheet(
  ctx: Context,
  editions: Editions,
  ids: { roundId: string; subjectId: string },
  demo: boolean,
) {
  const page = await subjectScore(ctx, editions, ids.roundId, ids.subjectId)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(page.subject.table, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '4:4',
    },
  })
  sheet.columns = widths.map((width) => ({ width }))
  writeTitle(sheet, page)
  const first = sheet.rowCount + 1
  for (const row of page.rows) writeRow(sheet, row)
  mergeEqual(
    sheet,
    1,
    first,
    page.rows.map((row) => row.level1),
  )
  mergeEqual(
    sheet,
    2,
    first,
    page.rows.map((row) => `${row.level1} ${row.level2}`),
  )
  writeTotal(sheet, page)
  if (demo) sheet.addRow([demoFooter])
  const body = Buffer.from(await book.xlsx.writeBuffer())
  return { name: `表${page.subject.table} ${page.subject.name} ${page.round.year}.xlsx`, body }
}

function writeTitle(sheet: ExcelJS.Worksheet, page: SubjectScorePage) {
  const { subject, round } = page
  sheet.addRow([`表${subject.table} ${page.tableTitle}`]).font = { bold: true, size: 14 }
  sheet.addRow([
    escapeCellText(
      `评价对象：${subject.name}（${subject.code}）　所在：${subject.districtName}${subject.streetName ? ` ${subject.streetName}` : ''}${subject.variant ? `　类别：${subject.variant}` : ''}`,
    ),
  ])
  sheet.addRow([
    escapeCellText(
      `轮次：${round.year} 年“${round.name}”　评价期：${round.from} 至 ${round.to}　标准版本：${round.edition}`,
    ),
  ])
  for (const row of [1, 2, 3]) sheet.mergeCells(row, 1, row, head.length)
  const titles = sheet.addRow(head)
  titles.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF5F5F5' } }
    cell.border = { top: border, bottom: border, left: border, right: border }
    cell.alignment = { horizontal: 'center' }
  })
}

function writeRow(sheet: ExcelJS.Worksheet, row: ScoreRowShown) {
  const points = row.withheld
    ? '不显示'
    : row.state === 'not-applicable'
      ? '不适用'
      : row.state === 'missing'
        ? '缺数据'
        : Number(Fraction.parse(row.points).toFixed(2))
  const line = sheet.addRow([
    row.level1,
    row.level2,
    `${row.id} ${row.indicator}`,
    Number(row.printed),
    row.evaluator,
    points,
    row.provenance ? provenances[row.provenance] : '',
    escapeCellText(`${row.why}${row.warning?.zh ?? ''}${row.stale ? '（数据在计算之后变了，待重算）' : ''}`),
  ])
  line.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.border = { top: border, bottom: border, left: border, right: border }
    cell.alignment = {
      vertical: 'middle',
      wrapText: true,
      ...(column === 4 || column === 6 ? { horizontal: 'right' as const } : {}),
    }
  })
  line.getCell(6).numFmt = '0.00'
}

/** Equal neighbours of a column become one cell, as the printed table has them. */
function mergeEqual(sheet: ExcelJS.Worksheet, column: number, first: number, keys: readonly string[]) {
  let start = 0
  for (let i = 1; i <= keys.length; i++)
    if (i === keys.length || keys[i] !== keys[start]) {
      if (i - start > 1) sheet.mergeCells(first + start, column, first + i - 1, column)
      start = i
    }
}

function writeTotal(sheet: ExcelJS.Worksheet, page: SubjectScorePage) {
  const { total, band, missingRows, missing } = page.subject
  const score = total === null ? '未计算' : Number(Fraction.parse(total).toFixed(2))
  const incomplete = missingRows
    ? `总分和星级暂定：${missingRows} 项缺数据，共 ${Fraction.parse(missing ?? '0').toFixed(2)} 分`
    : ''
  const line = sheet.addRow(['总分', '', '', 100, '', score, band ?? '', incomplete])
  line.font = { bold: true }
  line.getCell(6).numFmt = '0.00'
  line.eachCell({ includeEmpty: true }, (cell) => {
    cell.border = { top: border, bottom: border, left: border, right: border }
  })
}
