import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../../platform/spreadsheet/raw-sheet.ts'
import type { Cell, Column } from '../../sheet-kind.ts'
import { readCell } from './read-cell.ts'

const column = (kind: Column['kind'], but: Partial<Column> = {}): Column => ({
  key: 'k',
  header: '列',
  headerEn: 'Column',
  kind,
  required: false,
  note: '',
  example: '658',
  ...(kind === 'choice'
    ? {
        choices: [
          { value: 'old', label: '老旧小区' },
          { value: 'one', label: '居住（一）' },
        ],
      }
    : {}),
  ...but,
})
const text = (value: string): RawCell => ({ kind: 'text', text: value })
const number = (value: string): RawCell => ({ kind: 'number', text: value })
const date = (value: string): RawCell => ({ kind: 'date', text: value })

describe('what is written in an office is taken for what it means', () => {
  const cases: [Column['kind'], RawCell, Cell][] = [
    ['day', date('2026-01-31'), '2026-01-31'],
    ['day', date('2026-01-31 08:30:00'), '2026-01-31'],
    ['day', number('46053'), '2026-01-31'],
    ['day', number('20260131'), '2026-01-31'],
    ['day', text('2026-01-31'), '2026-01-31'],
    ['day', text('2026/1/31'), '2026-01-31'],
    ['day', text('2026.1.31'), '2026-01-31'],
    ['day', text('2026年1月31日'), '2026-01-31'],
    ['day', text('２０２６年１月３１日'), '2026-01-31'],
    ['day', text('2026-01-31 00:00:00'), '2026-01-31'],
    ['integer', text('1,234,567'), 1_234_567],
    ['integer', text('６５８'), 658],
    ['integer', text(' 658 '), 658],
    ['integer', number('658'), 658],
    ['integer', number('6.58E2'), 658],
    ['decimal', text('６５，８００．５０'), '65800.50'],
    ['decimal', text('65800.00'), '65800.00'],
    ['decimal', number('0.30000000000000004'), '0.3'],
    ['decimal', number('6.5800100000000006E4'), '65800.1'],
    ['code', number('150203001001'), '150203001001'],
    ['code', number('1.50203001001E11'), '150203001001'],
    ['code', text('１５０２０３００１００１'), '150203001001'],
    ['code', text('150203001001－0001'), '150203001001-0001'],
    ['text', text('  幸福 花园 '), '幸福 花园'],
    ['text', text('=1+1'), '=1+1'],
    ['text', number('12'), '12'],
    ['choice', text('老旧 小区'), 'old'],
    ['choice', text('居住(一)'), 'one'],
    ['yes-no', text('是'), true],
    ['yes-no', text('Ｎ'), false],
    ['yes-no', { kind: 'boolean', text: 'TRUE' }, true],
    ['text', text('   '), null],
  ]
  test.each(cases)('%s %o → %o', (kind, raw, value) => {
    expect(readCell(column(kind), raw)).toEqual({ ok: true, value })
  })
})

describe('what cannot be taken is refused with a sentence that says what to do', () => {
  const cases: [Column['kind'], RawCell, string][] = [
    ['integer', { kind: 'formula', text: '=SUM(A1:A3)' }, '单元格里是公式（=SUM(A1:A3)），系统不读公式'],
    ['text', { kind: 'error', text: '#N/A' }, '单元格里是错误值 #N/A'],
    ['text', date('2026-01-01'), 'Excel 把这里的内容变成了日期'],
    ['code', number('911502031234567890'), '数字超过 15 位'],
    ['code', number('12.5'), '“12.5”不像代码'],
    ['integer', text('658户'), '“658户”不是整数。请填写如 658 的整数，不带单位'],
    ['integer', number('12.5'), '“12.5”不是整数'],
    ['integer', text('1,23'), '“1,23”不是整数'],
    ['integer', text('99999999999999999999'), '不是整数'],
    ['decimal', text('约65800'), '不是数字'],
    ['day', text('2026-02-30'), '“2026-02-30”这一天不存在'],
    ['day', text('去年五月'), '请写成 2026-01-31 的样子'],
    ['day', text('2026年1月'), '请写成 2026-01-31 的样子'],
    ['day', number('0.5'), '请写成 2026-01-31 的样子'],
    ['choice', text('别墅'), '请填：老旧小区、居住（一）'],
    ['yes-no', text('大概'), '请填“是”或“否”'],
    ['text', text('长'.repeat(501)), '超过 500 个字'],
    ['text', text('a\u0000b'), 'U+0000'],
    ['text', text('a\ud800b'), '残缺的字'],
  ]
  test.each(cases)('%s %o: %s', (kind, raw, sentence) => {
    const read = readCell(column(kind), raw)
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.fault.zh).toContain(sentence)
  })
})

test('a required cell that is blank is refused', () => {
  expect(readCell(column('text', { required: true }), undefined)).toMatchObject({ ok: false })
})
