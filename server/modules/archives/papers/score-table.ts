import { Fraction } from '../../../values/fraction.ts'
import { demoFooter } from '../../../platform/spreadsheet/export-sheet.ts'
import { printPdf } from '../../../platform/printing/print-pdf.ts'
import type { SubjectScorePage } from '../../evaluation/index.ts'
import { fileNameOf, paperTypes, type PrintedPaper, typstSource } from './print-paper.ts'

const source = typstSource('score-table')
const heads = ['一级指标', '二级指标', '三级指标', '分值', '评价主体', '得分', '来源', '依据']
const provenances: Record<string, string> = {
  computed: '自动计算',
  inspected: '现场检查',
  surveyed: '满意度调查',
  declared: '申报',
  imported: '导入',
}

type Row = SubjectScorePage['rows'][number]

function gotOf(row: Row): string {
  if (row.withheld) return '不显示'
  if (row.state === 'not-applicable') return '不适用'
  return row.state === 'missing' ? '缺数据' : Fraction.parse(row.points).toFixed(2)
}

/** How many rows from here on belong to the same cell; 0 inside it. */
const spanAt = (keys: readonly string[], at: number): number => {
  if (at > 0 && keys[at] === keys[at - 1]) return 0
  let end = at + 1
  while (end < keys.length && keys[end] === keys[at]) end++
  return end - at
}

/** Until a result is final its table says so on every print. */
export const unfinished = (state: string): string =>
  state === 'final' || state === 'archived'
    ? ''
    : '暂定：这一轮还没有确定结果，仅供核对，不作为评价结果使用。'

export const dateOf = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** One subject's score in the layout of the standard's own table. @param today printed as the document's date */
export async function printScoreTable(
  page: SubjectScorePage,
  { demo, today }: { demo: boolean; today: string },
): Promise<PrintedPaper> {
  const { subject, round, rows } = page
  const first = rows.map(({ level1 }) => level1)
  const second = rows.map(({ level1, level2 }) => `${level1} ${level2}`)
  const where = [subject.districtName, subject.streetName].filter(Boolean).join(' ')
  const title = `表${subject.table} ${page.tableTitle}`
  const gap = subject.missingRows ? `暂计：${subject.missingRows} 项缺数据` : ''
  const data = {
    title,
    name: subject.name,
    date: dateOf(today),
    lines: [
      `评价对象：${subject.name}（${subject.code}）　所在：${where}${subject.variant ? `　类别：${subject.variant}` : ''}`,
      `轮次：${round.year} 年“${round.name}”　评价期：${round.from} 至 ${round.to}　标准版本：${round.edition}`,
    ],
    notice: unfinished(round.state),
    heads,
    rows: rows.map((row, at) => ({
      span1: spanAt(first, at),
      span2: spanAt(second, at),
      level1: row.level1,
      level2: row.level2,
      indicator: `${row.id} ${row.indicator}`,
      points: Fraction.parse(row.printed).toDecimal(2),
      evaluator: row.evaluator,
      got: gotOf(row),
      source: row.provenance ? (provenances[row.provenance] ?? '') : '',
      why: row.warning ? `${row.why}${row.warning.zh}` : row.why,
    })),
    total: {
      points: '100',
      got: subject.total === null ? '未计算' : Fraction.parse(subject.total).toFixed(2),
      band: [subject.band, subject.rank === null ? null : `第 ${subject.rank} 名`, gap]
        .filter(Boolean)
        .join('　'),
    },
    footer: demo ? demoFooter : `${round.edition}　${today} 打印`,
  }
  const name = `${fileNameOf(`表${subject.table} ${subject.name} ${round.year}`)}.pdf`
  return { name, type: paperTypes.pdf, body: await printPdf(source, data) }
}
