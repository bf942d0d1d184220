import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { command } from './deadline.ts'
import { run, withFile } from './testing.ts'

const cases = fileURLToPath(new URL('../data/working-days/cases.csv', import.meta.url))

describe('gongzhi deadline', () => {
  test.each([
    [['--from', '2026-09-30T15:00', '--working-days', '5'], '2026-10-14T00:00:00+08:00'],
    [['--from', '2026-09-30', '--calendar-days', '3'], '2026-10-09T00:00:00+08:00'],
    [['--from', '2026-09-30T15:00', '--hours', '24'], '2026-10-01T15:00:00+08:00'],
    [['--before', '2026-12-01', '--days', '15'], '2026-11-17T00:00:00+08:00'],
  ])('%j prints the due instant first', async (argv, due) => {
    const { code, out } = await run(command, ...argv)
    expect([code, out.split(' ')[0]]).toEqual([0, due])
  })

  test('--json answers one object', async () => {
    const { out } = await run(command, '--from', '2026-09-30T15:00', '--working-days', '5', '--json')
    expect(JSON.parse(out)).toEqual({
      rule: 'working_days',
      start: '2026-09-30T15:00',
      n: 5,
      due_date: '2026-10-13',
      due_at: '2026-10-14T00:00:00+08:00',
      provisional: null,
    })
  })

  test('past the last official year it says UNKNOWN, with the provisional day for people', async () => {
    const { code, out } = await run(command, '--from', '2026-12-30', '--working-days', '5')
    expect(code).toBe(0)
    expect(out).toMatch(/^UNKNOWN .*2024、2025、2026；暂定末日 2027-01-07/)
  })
})

describe('gongzhi deadline --file', () => {
  test('answers every line of the file, in order', async () => {
    const { code, out } = await run(command, '--file', cases, '--json')
    const rows = JSON.parse(out) as Record<string, unknown>[]
    const [, ...lines] = readFileSync(cases, 'utf8').trim().split(/\r?\n/)
    expect(code).toBe(0)
    expect(rows.map(({ rule, start, n, due_date }) => [rule, start, n, due_date].join(','))).toEqual(lines)
    expect(Object.keys(rows[0] ?? {})).toEqual(['rule', 'start', 'n', 'due_date', 'due_at'])
    expect(rows[0]?.due_at).toBe('2024-02-10T00:00:00+08:00')
  })

  test('columns may stand in any order; UNKNOWN has no instant; hours keep theirs', async () => {
    const text = 'n,start,rule,note\n1,2026-12-31,working_days,x\n"2",2026-12-31T23:00,hours,"a,b"\n'
    await withFile('terms.csv', text, async (path) => {
      const { out } = await run(command, '--file', path, '--json')
      const due = (JSON.parse(out) as { due_date: string; due_at: string | null }[]).map(
        ({ due_date, due_at }) => [due_date, due_at],
      )
      expect(due).toEqual([
        ['UNKNOWN', null],
        ['2027-01-01', '2027-01-01T01:00:00+08:00'],
      ])
      expect((await run(command, '--file', path)).out).toMatch(/^rule +start +n +due_date +due_at\n/)
    })
  })

  test.each([
    ['an unknown rule', 'rule,start,n\nworkdays,2026-01-01,1\n', /第 2 行：没有“workdays”这种规则/],
    ['a day that is none', 'rule,start,n\nworking_days,2026-02-30,1\n', /第 2 行：没有“2026-02-30”/],
    [
      'a negative term',
      'rule,start,n\nworking_days,2026-01-05,1\nworking_days,2026-01-05,-1\n',
      /第 3 行：期限“-1”/,
    ],
    ['a missing cell', 'rule,start,n\nworking_days,2026-01-05\n', /第 2 行：期限“”/],
    ['hours without an hour', 'rule,start,n\nhours,2026-01-05,2\n', /第 2 行：按小时计算须写明起算时刻/],
    ['no head', 'working_days,2026-01-05,1\n', /第一行缺少 rule、start、n 列/],
    ['no lines', 'rule,start,n\n', /只有表头/],
    ['nothing', '', /文件是空的/],
    ['an open quote', 'rule,start,n\n"working_days,2026-01-05,1\n', /第 2 行不是 CSV/],
  ])('%s: one sentence, exit 2, no answers', async (_, text, said) => {
    await withFile('terms.csv', text, async (path) => {
      const { code, out, err } = await run(command, '--file', path, '--json')
      expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
      expect(err).toMatch(said)
    })
  })
})

test.each([
  [['--from', '2026-02-30', '--working-days', '1'], /没有“2026-02-30”这一天/],
  [['--from', '2026-01-05', '--working-days', '-1'], /期限“-1”应为 0 至 3660/],
  [['--from', '2026-01-05', '--working-days', '1.5'], /期限“1.5”/],
  [['--from', '2026-01-05', '--hours', '3'], /须写明起算时刻/],
  [['--from', '2026-01-05', '--days', '3'], /--days 要与 --before 一起用/],
  [['--from', '2026-01-05', '--hours', '3', '--days', '3'], /其中一种/],
  [['--from', '2026-01-05'], /请写明/],
  [['--file', '/nowhere.csv'], /读不到文件“\/nowhere.csv”/],
  [['--file', '/nowhere.csv', '--from', '2026-01-05'], /不能与其他期限选项一起用/],
  [['today'], /不认识“today”/],
])('gongzhi deadline %j: one sentence that says what to do, exit 2', async (argv, said) => {
  const { code, out, err } = await run(command, ...argv)
  expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
  expect(err).toMatch(said)
})
