import { paperNames, printedCode, verifyPath } from '../../../../contracts/archives/words.ts'
import { starsOf } from '../../../../contracts/publicity/words.ts'
import { demoFooter } from '../../../platform/spreadsheet/export-sheet.ts'
import { edition, type Editions } from '../../../rulebook/load.ts'
import { shanghaiDay } from '../../../values/days.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { Paper } from '../queries/paper.ts'
import { chineseDay } from '../rules/chinese-day.ts'
import { issuerOf } from '../rules/issuer.ts'
import { checkText, noticeClosing, noticeOpening, paperNumber, starText } from '../rules/paper-words.ts'

/** What papers are printed with. */
export interface Printing {
  editions: Editions
  demo: boolean
  /** Where the public reaches this installation: https://… */
  address: string
}

/** What every paper says, whatever its form. */
export interface PaperData {
  title: string
  name: string
  number: string
  issuer: string
  /** 2026年11月23日 */
  day: string
  date: { year: number; month: number; day: number }
  code: string
  check: string
  /** Where it is checked; what the QR code holds. */
  verify: string
  footer: string
}
export interface NoticeData extends PaperData {
  head: string
  opening: string[]
  result: { label: string; value: string }[]
  heads: [string, string, string]
  groups: { name: string; points: string; got: string }[]
  closing: string[]
}
export interface StarData extends PaperData {
  text: string
  band: string
  stars: number
}

async function whatEverySays(paper: Paper, { editions, demo, address }: Printing) {
  const { tables, scheme } = edition(await editions.rulebookOf(paper.edition), paper.edition, paper.to)
  const table = tables[paper.tableId]
  if (!table) throw new Error(`edition ${paper.edition} has no table ${paper.tableId}`)
  const issued = shanghaiDay(new Date(paper.issuedAt))
  const [year = 0, month = 0, day = 0] = issued.split('-').map(Number)
  const data: PaperData = {
    title: paperNames[paper.kind].zh,
    name: paper.name,
    number: paperNumber(paper.year, paper.number),
    issuer: issuerOf(table.organiser, { place: paper.placeName, district: paper.districtName }),
    day: chineseDay(issued),
    date: { year, month, day },
    code: printedCode(paper.code),
    check: checkText,
    verify: `${address}${verifyPath(paper.code)}`,
    footer: demo ? demoFooter : '',
  }
  return { data, table, scheme }
}

const points = (text: string) => Fraction.parse(text).toFixed(2)

export async function noticeData(paper: Paper, printing: Printing): Promise<NoticeData> {
  const { data, table, scheme } = await whatEverySays(paper, printing)
  const got = new Map(paper.groups.map((group) => [group.name, group.got]))
  const facts = {
    ...paper,
    editionTitle: scheme.title,
    tableTitle: table.title,
    replaces: paper.replaces && printedCode(paper.replaces),
  }
  const stars = starsOf(paper.band) > 0
  return {
    ...data,
    head: `${paper.placeName}红色物业工作评价`,
    opening: noticeOpening(facts),
    result: [
      { label: '总分', value: points(paper.total) },
      ...(stars ? [{ label: '星级', value: paper.band ?? '' }] : []),
      ...(paper.rank === null ? [] : [{ label: `名次（共 ${paper.of} 个）`, value: `第 ${paper.rank}` }]),
    ],
    heads: ['一级指标', '分值', '得分'],
    groups: table.groups.flatMap(({ name, points: worth }) => {
      const own = got.get(name)
      if (own === undefined) return []
      const most = Fraction.parse(worth)
      return [{ name, points: most.isZero() ? '扣分项' : most.toDecimal(2), got: points(own) }]
    }),
    closing: noticeClosing(facts),
  }
}

export async function starData(paper: Paper, printing: Printing): Promise<StarData> {
  const { data, scheme } = await whatEverySays(paper, printing)
  return {
    ...data,
    text: starText({ ...paper, editionTitle: scheme.title }),
    band: `${paper.band ?? ''}物业项目`,
    stars: starsOf(paper.band),
  }
}
