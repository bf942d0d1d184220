import { createReadStream } from 'node:fs'
import { CsvFault, type CsvRecord, parseCsv } from './csv.ts'

/** What is wrong with a survey's file or options, as one Chinese sentence that says where. */
export class SurveyFault extends Error {}

export const faultAt = (line: number, column: string | null, what: string): SurveyFault =>
  new SurveyFault(`第 ${line} 行${column === null ? '' : `“${column}”列`}：${what}`)

/**
 * The records of a CSV file in pieces, so that a city's frame never lies in memory as records. UTF-8 with or without its
 * mark, or GB 18030 as Chinese Excel saves it. @throws SurveyFault when it cannot be read
 */
export async function* csvPieces(path: string): AsyncGenerator<CsvRecord[]> {
  let line = 0
  let held = ''
  try {
    for await (const text of decoded(path, await encodingOf(path))) {
      held += text
      const end = lastRecordEnd(held)
      if (end === 0) continue
      const piece = held.slice(0, end)
      held = held.slice(end)
      yield recordsOf(piece, line)
      line += lineEnds(piece)
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === undefined) throw fault
    throw new SurveyFault(`读不到文件“${path}”。`)
  }
  if (held !== '') yield recordsOf(held, line)
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }))
    yield decoder.decode(bytes as Buffer, { stream: true })
  yield decoder.decode()
}

async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  try {
    for await (const _ of decoded(path, 'utf-8'));
    return 'utf-8'
  } catch (fault) {
    if (fault instanceof TypeError) return 'gb18030'
    throw fault
  }
}

/** Behind the last line end that no quotes hold; 0 where there is none. */
function lastRecordEnd(text: string): number {
  let isOpen = quotes(text) % 2 === 1
  for (let from = text.length; from > 0; ) {
    const end = text.lastIndexOf('\n', from - 1) + 1
    if (quotes(text.slice(end, from)) % 2 === 1) isOpen = !isOpen
    if (!isOpen || end === 0) return end
    from = end - 1
  }
  return 0
}

function quotes(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++
  return count
}

const lineEnds = (text: string) => text.split(/\r\n|\n|\r/).length - 1

function recordsOf(text: string, before: number): CsvRecord[] {
  try {
    return parseCsv(text).map(({ line, cells }) => ({ line: line + before, cells }))
  } catch (fault) {
    if (fault instanceof CsvFault) throw faultAt(fault.line + before, null, `${fault.message}。`)
    throw fault
  }
}
