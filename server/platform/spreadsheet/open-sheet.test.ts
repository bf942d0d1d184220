import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { exportSheet } from './export-sheet.ts'
import { openSheet } from './open-sheet.ts'
import type { RawRow } from './raw-sheet.ts'
import { sheetLimits } from './limits.ts'

async function rowsOf(bytes: Buffer, limits = sheetLimits): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const some of (await openSheet(bytes, limits)).rows()) rows.push(...some)
  return rows
}
const refusal = (bytes: Buffer, limits = sheetLimits): Promise<string> =>
  rowsOf(bytes, limits).then(
    () => 'taken',
    (fault: Error & { zh?: string }) => fault.zh ?? fault.message,
  )
const texts = (rows: RawRow[]) => rows.map((row) => [...row.cells.values()].map((cell) => cell.text))

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('表'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A zip archive by hand, for what no spreadsheet program would write. */
function zip(parts: Record<string, Buffer | string>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(10, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const book = (sheet: string | Buffer, more: Record<string, string | Buffer> = {}) =>
  zip({
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="a > b" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })

describe('workbooks', () => {
  test('texts, numbers, dates, yes and no, errors and formulas come as the file holds them', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow([
        '名称',
        65800.5,
        new Date('2026-01-31T00:00:00Z'),
        true,
        { error: '#N/A' },
        { formula: 'B1*2', result: 4 },
        { richText: [{ text: '甲' }, { text: '乙' }] },
      ])
    })
    const rows = await rowsOf(bytes)
    expect([...(rows[0]?.cells.values() ?? [])]).toEqual([
      { kind: 'text', text: '名称' },
      { kind: 'number', text: '65800.5' },
      { kind: 'date', text: '2026-01-31' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'error', text: '#N/A' },
      { kind: 'formula', text: '=B1*2' },
      { kind: 'text', text: '甲乙' },
    ])
  })

  test('rare characters survive every place where the unpacked text is cut into pieces', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `喆堃䶮㛃𬭳花园${i}`)
    const bytes = await buffer(
      exportSheet({ title: '名', columns: [{ header: '名', value: (name: string) => name }], rows: names }),
    )
    expect(
      texts(await rowsOf(bytes))
        .slice(1)
        .flat(),
    ).toEqual(names)
  })

  test('a formula shared with the cell above is a formula too, though its text stands elsewhere', async () => {
    const rows = await rowsOf(
      book(
        '<worksheet><sheetData><row r="7"><c r="C7"><f t="shared" si="0"/><v>4</v></c></row></sheetData></worksheet>',
      ),
    )
    expect(rows[0]).toEqual({ number: 7, cells: new Map([[3, { kind: 'formula', text: '=' }]]) })
  })

  test('hidden sheets, phonetic guides and empty rows are passed over; days of the 1904 calendar are understood', async () => {
    const bytes = await workbook((sheet, whole) => {
      sheet.state = 'hidden'
      whole.properties.date1904 = true
      const seen = whole.addWorksheet('二')
      seen.getCell('B3').value = '此'
      seen.getCell('A5').value = new Date('2026-01-31T00:00:00Z')
    })
    const rows = await rowsOf(bytes)
    expect(rows.map((row) => row.number)).toEqual([3, 5])
    expect(rows[1]?.cells.get(1)).toEqual({ kind: 'date', text: '2026-01-31' })
    const guided = book('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>', {
      'xl/sharedStrings.xml': '<sst><si><t>包头</t><rPh sb="0" eb="2"><t>bao tou</t></rPh></si></sst>',
    })
    expect(texts(await rowsOf(guided))).toEqual([['包头']])
  })

  test('what unpacks beyond the limit is broken off, whatever size the archive claims', async () => {
    const bomb = book(Buffer.alloc(30 * 1024 * 1024, 32))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(bomb, { ...sheetLimits, part: 10 * 1024 * 1024 })).toContain('解压后超过 10 MB')
  })

  test('entities of a document type are refused, so no text can grow while it is read', async () => {
    const laughs = book('<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>')
    expect(await refusal(laughs)).toContain('已损坏')
  })

  test('too many rows, a cut-off file, another kind of archive and a hidden-only workbook are each told apart', async () => {
    const bytes = await workbook((sheet) => {
      for (let i = 0; i < 50; i++) sheet.addRow([i])
    })
    expect(await refusal(bytes, { ...sheetLimits, rows: 40 })).toContain('超过 40 行')
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toContain('已损坏')
    expect(await refusal(zip({ 'word/document.xml': '<w/>' }))).toContain(
      '不是 Excel 表格（word/document.xml）',
    )
    expect(await refusal(await workbook((sheet) => void (sheet.state = 'hidden')))).toContain(
      '没有可见的工作表',
    )
  })
})

describe('texts with separators', () => {
  const csv = '名称,户数\r\n"甲,苑 ""东""\n二期", 658\r\n\r\n乙苑,12\n'
  const expected = [
    ['名称', '户数'],
    ['甲,苑 "东"\n二期', ' 658'],
    ['乙苑', '12'],
  ]

  test('UTF-8 with and without its mark, and with tabs', async () => {
    expect(texts(await rowsOf(Buffer.from(csv)))).toEqual(expected)
    expect(texts(await rowsOf(Buffer.from(`\ufeff${csv}`)))).toEqual(expected)
    expect(texts(await rowsOf(Buffer.from('名称\t户数\n甲苑\t1,5')))).toEqual([
      ['名称', '户数'],
      ['甲苑', '1,5'],
    ])
    expect((await rowsOf(Buffer.from(csv))).map((row) => row.number)).toEqual([1, 2, 4])
  })

  test('GB18030 as WPS and Excel write it, and UTF-16 as “Unicode 文本”', async () => {
    const gb = Buffer.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a, 0xbc, 0xd7, 0xd4, 0xb7, 0x2c, 0x31,
    ])
    expect(texts(await rowsOf(gb))).toEqual([
      ['名称', '户数'],
      ['甲苑', '1'],
    ])
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('名称\t户数\n甲苑\t1', 'utf16le')])
    expect(texts(await rowsOf(wide))).toEqual([
      ['名称', '户数'],
      ['甲苑', '1'],
    ])
  })

  test('a quote that is never closed names its row', async () => {
    expect(await refusal(Buffer.from('a,b\n"c,d\ne,f'))).toContain('第 2 行有一个双引号没有配对')
  })
})

test('what is no sheet is refused in one sentence each', async () => {
  expect(await refusal(Buffer.alloc(0))).toContain('文件是空的')
  expect(await refusal(Buffer.from('%PDF-1.7 …'))).toContain('这不是电子表格')
  expect(await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))).toContain('这不是电子表格')
  expect(await refusal(Buffer.from('<html><table>'))).toContain('这不是电子表格')
  expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toContain('旧版 .xls')
})
