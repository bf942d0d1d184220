import { describe, expect, test } from 'vitest'
import { codeLetters, plainCode, printedCode } from '../../../../contracts/archives/words.ts'
import { codeOf } from './certificate-code.ts'
import { chineseDay } from './chinese-day.ts'
import { csvLine } from './csv.ts'
import { differing } from './result-events.ts'

describe('codes of papers', () => {
  test('twelve letters of 32, each equally likely; as printed and as typed they are the same code', () => {
    expect(codeLetters.length).toBe(32)
    const code = codeOf(Uint8Array.from({ length: 12 }, (_, i) => i * 21))
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(printedCode(code)).toMatch(/^.{4}-.{4}-.{4}$/)
    expect(plainCode(` ${printedCode(code).toLowerCase()} `)).toBe(code)
  })

  test('what is misread is put right', () => {
    expect(plainCode('oOiL-2345-6789')).toBe('001123456789')
  })
})

test('a day as documents write it', () => {
  expect(chineseDay('2026-11-03')).toBe('2026年11月3日')
})

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['@x', "'@x"],
    ['-x', "'-x"],
    ['-1.5', '-1.5'],
    ['甲,乙', '"甲,乙"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
  ])('%j is written as %j', (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`)
  })

  test('nothing is nothing, yes is 是', () => {
    expect(csvLine([null, true, false, 7])).toBe(',是,否,7\r\n')
  })
})

test('only results that came out otherwise are corrected', () => {
  const stated = (subjectId: string, sha256: string) => ({
    subjectId,
    totalExact: '1',
    band: null,
    rank: 1,
    sha256,
  })
  const found = differing([stated('a', 'x'), stated('b', 'y')], [stated('a', 'x'), stated('b', 'z')])
  expect(found.map(({ after }) => after.subjectId)).toEqual(['b'])
})
