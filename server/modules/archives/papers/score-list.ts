import { Fraction } from '../../../values/fraction.ts'
import { demoFooter } from '../../../platform/spreadsheet/export-sheet.ts'
import { printPdf } from '../../../platform/printing/print-pdf.ts'
import type { ListedScores } from '../queries/score-list.ts'
import { fileNameOf, paperTypes, type PrintedPaper, typstSource } from './print-paper.ts'
import { dateOf, unfinished } from './score-table.ts'

const source = typstSource('score-list')
const kindTitles: Record<string, string> = {
  compound: '表A.1 物业项目',
  enterprise: '表A.2 物业服务企业',
  street: '表A.3 街道（乡镇）',
  community: '表A.3 社区',
  district: '表A.4 区',
}
const heads = ['名次', '名称', '代码', '旗县区', '街道（乡镇）', '户数', '总分', '星级']

/** All subjects of a kind that the asker may see, by rank. */
export async function printScoreList(
  { round, kind, rows }: ListedScores,
  { demo, today }: { demo: boolean; today: string },
): Promise<PrintedPaper> {
  const title = `${round.year} 年度${kindTitles[kind] ?? ''}得分名册`
  const data = {
    title,
    date: dateOf(today),
    lines: [
      `轮次：“${round.name}”（${round.placeName}）　评价期：${round.from} 至 ${round.to}　标准版本：${round.edition}　共 ${rows.length} 个`,
    ],
    notice: unfinished(round.state),
    heads,
    rows: rows.map((row) => [
      row.rank === null ? '' : String(row.rank),
      row.name,
      row.code,
      row.districtName,
      row.streetName ?? '',
      row.households.toLocaleString('en'),
      row.total === null ? (row.notAssessed ? '不评' : '') : Fraction.parse(row.total).toFixed(2),
      row.band ?? (row.missingRows ? `缺 ${row.missingRows} 项` : ''),
    ]),
    footer: demo ? demoFooter : `${round.edition}　${today} 打印`,
  }
  // Tags multiply the size of a table of thousands of rows by twenty.
  const body = await printPdf(source, data, { tagged: rows.length <= 200 })
  return { name: `${fileNameOf(title)}.pdf`, type: paperTypes.pdf, body }
}
