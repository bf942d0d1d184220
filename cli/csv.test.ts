import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvFault, decodeSheetText, parseCsv } from './csv.ts'

const cells = (text: string) => parseCsv(text).map((r) => r.cells)

describe('CSV (RFC 4180)', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,""b""","c\nd"', [['a,"b"', 'c\nd']]],
    [
      'a,,\n\n,,\nb,,',
      [
        ['a', '', ''],
        ['b', '', ''],
      ],
    ],
    ['', []],
    ['a,', [['a', '']]],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  test('a record knows its line, also after a quoted line break', () => {
    expect(parseCsv('h\n"x\r\ny"\n\nz').map((r) => r.line)).toEqual([1, 2, 5])
  })

  test.each(['a,"b', '"a"b,c', 'a"b'])('%j is refused with its line', (text) => {
    expect(() => parseCsv(`h\n${text}`)).toThrow(CsvFault)
  })

  test('what is written with every cell quoted reads back', () => {
    const table = fc.array(
      fc.array(
        fc.string({ minLength: 1 }).filter((c) => c.trim() !== ''),
        { minLength: 1 },
      ),
    )
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(cells(text)).toEqual(rows)
      }),
    )
  })

  test('Chinese Excel saves GB 18030: 是 reads as 是', () => {
    expect(decodeSheetText(new Uint8Array([0xca, 0xc7]))).toBe('是')
    expect(decodeSheetText(new TextEncoder().encode('是'))).toBe('是')
  })
})
