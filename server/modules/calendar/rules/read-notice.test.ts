import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { loadRulebook } from '../../../rulebook/load.ts'
import { soundNotice } from './brought-notice.ts'
import { readNotice } from './read-notice.ts'

const { calendars } = loadRulebook()
const textOf = (year: number) =>
  readFileSync(new URL(`../../../../data/working-days/notices/${year}.txt`, import.meta.url), 'utf8')
const text = textOf(2026)

describe('the official notices, word for word', () => {
  test.each([2024, 2025, 2026])('%i reads as what is shipped', (year) => {
    expect(soundNotice({ text: textOf(year) })).toEqual(calendars.find((one) => one.year === year))
  })

  test('full-width signs, stray spaces, CRLF and wrapped lines are the same notice', () => {
    const pasted = text
      .replaceAll(',', '，')
      .replaceAll(':', '：')
      .replaceAll('(', '（')
      .replaceAll(')', '）')
      .replaceAll('\n', '\r\n　')
      .replace('放假调休，共9天。2月14日', '放假调休，\r\n共9天。2月\r\n14日')
    expect(soundNotice({ text: pasted })).toEqual(calendars.at(-1))
  })

  test('元旦 may begin in the year before and be made up there (as in 2023’s notice)', () => {
    const turned = text.replace(
      /一、元旦.*/,
      '一、元旦:2025年12月31日(周三)至2026年1月2日(周五)放假调休,共3天。2025年12月28日(周日)上班。',
    )
    expect(soundNotice({ text: turned }).holidays[0]).toEqual({
      festival: '元旦',
      first: '2025-12-31',
      last: '2026-01-02',
      work: ['2025-12-28'],
    })
  })
})

const faultsOf = (changed: string): { code: string; row: number | undefined; zh: string }[] => {
  const read = readNotice(changed)
  const faults = 'faults' in read ? read.faults : thrown(() => soundNotice({ text: changed }))
  return faults.map(({ code, where, zh }) => ({ code, row: where.row, zh }))
}
function thrown(work: () => unknown): Refusal[] {
  try {
    work()
    return []
  } catch (fault) {
    const refusal = fault as Refusal
    return refusal.others.length > 0 ? refusal.others : [refusal]
  }
}
const lineOf = (start: string) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1

test.each<[string, string, string, string, string]>([
  ['a wrong number of days', '共9天', '共8天', 'count-differs', '二、'],
  ['a wrong weekday', '2月14日(周六)', '2月14日(周五)', 'weekday-differs', '二、'],
  ['a day that does not exist', '5月1日(周五)', '5月32日(周五)', 'day-unknown', '四、'],
  [
    'an arrangement without a day',
    '6月19日(周五)至21日(周日)放假',
    '端午放假',
    'sentence-unreadable',
    '五、',
  ],
  ['a make-up sentence without a day', '5月9日(周六)上班', '节后周六上班', 'sentence-unreadable', '四、'],
  ['a day that nothing is said of', '5月9日(周六)上班', '5月9日(周六)照常', 'sentence-unreadable', '四、'],
  ['a make-up day that is no weekend', '5月9日(周六)上班', '5月8日上班', 'holiday-weekday', '四、'],
  ['a make-up day that is off', '5月9日(周六)上班', '5月2日(周六)上班', 'holiday-twice', '四、'],
])('%s is refused, naming the line', (_, find, put, code, start) => {
  const [fault] = faultsOf(text.replace(find, put))
  expect([fault?.code, fault?.row]).toEqual([`calendar.${code}`, lineOf(start)])
  expect(fault?.zh).toContain(`第 ${lineOf(start)} 行`)
})

test('several faults are named at once', () => {
  const changed = text.replace('共9天', '共8天').replace('共5天', '共6天')
  expect(faultsOf(changed).map(({ row }) => row)).toEqual([lineOf('二、'), lineOf('四、')])
})

test.each([
  ['no title', text.split('\n').slice(1).join('\n'), 'title-missing'],
  ['no date', text.replace('2025年11月4日', ''), 'date-missing'],
  ['a festival left out', text.replace(/五、端午节.*\n/, ''), 'holiday-missing'],
  ['something else altogether', '今天天气很好。', 'title-missing'],
])('%s is refused', (_, changed, code) => {
  expect(faultsOf(changed).map((fault) => fault.code)).toContain(`calendar.${code}`)
})
