import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { WholeScore } from '../server/modules/evaluation/index.ts'
import { escapeCellText } from '../server/platform/spreadsheet/cell-text.ts'
import { demoFooter } from '../server/platform/spreadsheet/export-sheet.ts'
import { edition, type Editions } from '../server/rulebook/load.ts'
import { shanghaiDay } from '../server/values/days.ts'

interface Book {
  editions: Editions
  round: { year: number; name: string; edition: string }
  wanted: { table?: string | undefined }
  demo: boolean
  totals(): AsyncIterable<WholeScore>
  scores(table: string): AsyncIterable<WholeScore>
}

type Values = (string | number | null)[]

const kinds: Record<string, string> = {
  compound: '物业项目',
  enterprise: '物业服务企业',
  street: '街道（乡镇）',
  community: '社区',
  district: '区',
}
const leading = ['对象', '名称', '代码', '旗县区', '街道（乡镇）', '类别', '总分', '星级']

/** A workbook of a round: one sheet of totals, then for each table a sheet with a column for each row. Streamed. */
export function scoresBook(spec: Book): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  write(spec, out).catch((fault: unknown) => out.destroy(fault as Error))
  return out
}

async function write(spec: Book, out: PassThrough): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const head = [...leading, '名次', '缺数据项数', '缺数据分值', '说明']
  await sheetOf(book, { spec, out, title: '总分', head }, mapped(spec.totals(), totalValues))
  const rulebook = await spec.editions.rulebookOf(spec.round.edition)
  const { tables } = edition(rulebook, spec.round.edition, shanghaiDay(new Date()))
  for (const table of Object.values(tables)) {
    if (spec.wanted.table !== undefined && spec.wanted.table !== table.id) continue
    const columns = table.rows.map((row) => `${row.id} ${row.indicator}`)
    const values = (score: WholeScore) => [...leadingValues(score), ...pointsOf(score, table.rows)]
    await sheetOf(
      book,
      { spec, out, title: `表${table.id}`, head: [...leading, ...columns] },
      mapped(spec.scores(table.id), values),
    )
  }
  await book.commit()
}

async function* mapped(
  scores: AsyncIterable<WholeScore>,
  values: (score: WholeScore) => Values,
): AsyncGenerator<Values> {
  for await (const score of scores) yield values(score)
}

const two = (decimal: string | null) => (decimal === null ? null : Math.round(Number(decimal) * 100) / 100)

const leadingValues = (score: WholeScore): Values => [
  kinds[score.kind] ?? score.kind,
  score.name,
  score.code,
  score.districtName,
  score.streetName,
  score.variant,
  two(score.total),
  score.band,
]

const totalValues = (score: WholeScore): Values => [
  ...leadingValues(score),
  score.rank,
  score.missingRows,
  two(score.missing),
  score.notAssessed ? '服务时间不足，不评' : null,
]

function pointsOf({ rows }: WholeScore, columns: readonly { id: string }[]): Values {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return columns.map(({ id }) => {
    const row = byId.get(id)
    if (!row) return null
    if (row.state === 'not-applicable') return '不适用'
    return row.state === 'missing' ? '缺数据' : two(row.points)
  })
}

interface Sheet {
  spec: Book
  out: PassThrough
  title: string
  head: string[]
}

async function sheetOf(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { spec, out, title, head }: Sheet,
  lines: AsyncIterable<Values>,
): Promise<void> {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  sheet.columns = head.map((_, i) => ({ width: i === 1 ? 32 : i === 2 ? 22 : 14 }))
  const top = sheet.addRow(head.map(escapeCellText))
  top.font = { bold: true }
  top.alignment = { wrapText: true, vertical: 'middle' }
  top.commit()
  for await (const values of lines) {
    const cells = values.map((value) => (typeof value === 'string' ? escapeCellText(value) : value))
    sheet.addRow(cells).commit()
    if (out.writableNeedDrain)
      await new Promise((drained) => out.once('drain', drained).once('close', drained))
  }
  if (spec.demo) sheet.addRow([demoFooter]).commit()
  sheet.commit()
}
