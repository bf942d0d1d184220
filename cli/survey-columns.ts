import { csvPieces, faultAt, SurveyFault } from './survey-rows.ts'

/** Columns of a survey's file that were asked for, one text per row, and the line each row stands on. */
export interface SurveyColumns {
  lines: number[]
  texts: Map<string, string[]>
}

/** A column that is wanted: by its name, or by the first of several names that the head has. */
export interface WantedColumn {
  key: string
  names: readonly string[]
}

/** Reads the wanted columns, in bounded memory for all others. @throws SurveyFault for an empty file or a missing column */
export async function readColumns(path: string, wanted: readonly WantedColumn[]): Promise<SurveyColumns> {
  let places: number[] | undefined
  let width = 0
  const lines: number[] = []
  const texts = wanted.map((): string[] => [])
  const known = new Map<string, string>()
  for await (const records of csvPieces(path)) {
    for (const { line, cells } of records) {
      if (!places) {
        width = cells.length
        places = wanted.map((column) => placeOf(column, cells, line))
        continue
      }
      if (cells.length > width) throw faultAt(line, null, '单元格比表头多，是否有逗号没加引号？')
      lines.push(line)
      places.forEach((place, i) => texts[i]?.push(shared(known, (cells[place] ?? '').trim())))
    }
  }
  if (!places) throw new SurveyFault('文件是空的，第一行应为表头。')
  if (lines.length === 0) throw new SurveyFault('文件只有表头，没有数据行。')
  return { lines, texts: new Map(wanted.map(({ key }, i) => [key, texts[i] ?? []])) }
}

function placeOf({ names }: WantedColumn, cells: readonly string[], line: number): number {
  for (const name of names) {
    const [place, second] = cells.flatMap((cell, i) => (same(name, cell) ? [i] : []))
    if (second !== undefined) throw faultAt(line, null, `表头里有两个“${name}”列，不知道该用哪一个。`)
    if (place !== undefined) return place
  }
  const present = cells.map((cell) => cell.trim()).join('、')
  throw faultAt(line, null, `表头缺少“${names.join('”或“')}”列；文件里有：${present}。`)
}

const same = (name: string, cell: string) => name.trim().toLowerCase() === cell.trim().toLowerCase()

const fewEnoughToShare = 50_000

/** One text for all its repetitions (strata, answers); what hardly repeats is not kept to compare with. */
function shared(known: Map<string, string>, text: string): string {
  const first = known.get(text)
  if (first !== undefined) return first
  if (known.size < fewEnoughToShare) known.set(text, text)
  return text
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i

/** The cells of a column as numbers; an empty one is NaN where `mayBeEmpty`. @throws SurveyFault naming line and column */
export function numbersOf(columns: SurveyColumns, key: string, mayBeEmpty: boolean): Float64Array {
  const cells = columns.texts.get(key) ?? []
  return Float64Array.from(cells, (cell, i) => {
    if (cell === '' && mayBeEmpty) return Number.NaN
    const value = decimal.test(cell) ? Number(cell) : Number.NaN
    if (Number.isFinite(value)) return value
    const line = columns.lines[i] ?? 0
    throw faultAt(line, key, cell === '' ? '没有填写。' : `“${cell}”不是数字，请只填数字，例如 75 或 0.5。`)
  })
}
