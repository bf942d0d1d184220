import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from './score.ts'
import { run, withFile } from './testing.ts'

const HEADER = 'subject,fact,numerator,denominator,value,note\n'
const report = z.array(
  z.object({
    subject: z.string(),
    table: z.string(),
    variant: z.string().nullable(),
    rows: z.array(
      z.object({
        id: z.string(),
        points: z.string(),
        max: z.string(),
        state: z.string(),
        reason: z.string(),
      }),
    ),
    total: z.string(),
    totalExact: z.string(),
    missing: z.string(),
    band: z.string().nullable(),
  }),
)

async function scored(table: string, rows: string, ...flags: string[]) {
  const { out, err, code } = await withFile('facts.csv', HEADER + rows, (path) =>
    run(command, '--table', table, '--facts', path, '--json', ...flags),
  )
  if (code !== 0) throw new Error(err)
  return report.parse(JSON.parse(out))
}

async function refused(rows: string, table = 'A.1', header = HEADER): Promise<string> {
  const { err, code } = await withFile('facts.csv', header + rows, (path) =>
    run(command, '--table', table, '--facts', path, '--json'),
  )
  expect(code).toBe(1)
  return err.trim()
}

describe('gongzhi score', () => {
  test('scores given facts by fact id or indicator id; the rest is missing', async () => {
    const rows =
      '演示小区,monthly-joint-meetings,9,12,,\n演示小区,1-04,3,5,,\n"演示,乙",head-party-standing,,,是,\n'
    const [first, second] = await scored('A.1', rows)
    expect(first).toMatchObject({
      subject: '演示小区',
      variant: '既有民用建筑',
      total: '3.5',
      missing: '96',
      band: null,
    })
    expect(first?.rows.find((r) => r.id === '1-06')).toMatchObject({
      points: '1.5',
      max: '2',
      state: 'scored',
    })
    expect(first?.rows.find((r) => r.id === '1-06')?.reason).toContain('9/12＝75.0%')
    expect(first?.rows).toHaveLength(39)
    expect(second).toMatchObject({ subject: '演示,乙', total: '2', totalExact: '2/1' })
  })

  test('a total without an end is given to 12 places and exactly', async () => {
    const [only] = await scored('A.1', '演示小区,monthly-joint-meetings,1,3,,\n', '--variant', '老旧小区')
    expect(only).toMatchObject({ variant: '老旧小区', total: '0.666666666667', totalExact: '2/3' })
  })

  test('不适用 is reweighted within the group (C32), by value or by note', async () => {
    for (const excuse of ['不适用,', 'N/A,', ',不适用:没有业委会']) {
      const [only] = await scored('A.1', `甲,1-03,,,${excuse}\n甲,1-01,,,是,\n`)
      expect(only?.rows.find((r) => r.id === '1-03')).toMatchObject({
        state: 'not-applicable',
        points: '0',
        max: '0',
      })
      expect(only?.rows.find((r) => r.id === '1-01')).toMatchObject({
        points: '2.181818181818',
        max: '2.181818181818',
      })
    }
  })

  test('several rows of a deduction are incidents keyed by note; one incident counts once (C23)', async () => {
    const rows = '甲,2-31,,,较大,事-1\n甲,2-31,,,一般,事-1\n甲,2-33,,,5,事-1\n甲,2-26,,,90,\n'
    const [only] = await scored('A.2', rows)
    expect(only?.rows.filter((r) => r.points.startsWith('-')).map((r) => [r.id, r.points])).toEqual([
      ['2-31', '-10'],
    ])
    expect(only?.total).toBe('0')
  })

  test('street and community differ in the rows that exist (C34)', async () => {
    const [street] = await scored('A.3', '甲,3-01,,,优,\n')
    const [community] = await scored('A.3', '甲,3-01,,,优,\n', '--level', 'community')
    expect(street?.total).toBe('3')
    expect(community?.rows[0]?.state).toBe('not-applicable')
  })

  test('without --json it prints lines for people', async () => {
    const { out } = await withFile('f.csv', `${HEADER}甲,1-01,,,是,\n`, (path) =>
      run(command, '--table', 'A.1', '--facts', path),
    )
    expect(out).toContain('甲 · 表A.1 · 既有民用建筑')
    expect(out).toContain('总分 2.00，另有 98.00 分缺数据待定')
  })

  test.each([
    ['甲,no-such-fact,,,1,', /^事实文件有误，第2行“fact”列：不认识“no-such-fact”/],
    ['甲,2-01,,,是,', /第2行“fact”列：不认识“2-01”/],
    ['甲,1-01,,,是,\n甲,1-06,九,12,,', /第3行“numerator”列：“九”这不是数字/],
    ['甲,1-06,3,0,,', /第2行“denominator”列：“0”分母为 0 时分子也应为 0/],
    [
      '甲,1-01,,,是,\n"乙\n乙",1-01,,,是,\n甲,head-party-standing,,,否,',
      /第5行“fact”列：“甲”的“head-party-standing”重复，已见于第2行/,
    ],
    ['甲,1-28,,,AAAA,', /第2行“value”列：“AAAA”没有这个等级名称。.*可填：C、B、A、AA、AAA/],
    [',1-01,,,是,', /第2行“subject”列：没有填写评价对象/],
    ['甲,1-01,,,是,,,', /第2行：单元格比表头多/],
    ['甲,1-06,12,11,,', /第2行“numerator”列：分子 12 大于分母 11。请核对。/],
    ['甲,1-07,5,12,,', /第2行“denominator”列：“.*”共 7 项，分母应为 7，不是 12/],
    ['甲,"1-01,,,是,', /第2行：引号没有成对/],
  ])('%j is refused with line and column', async (rows, expected) => {
    expect(await refused(rows)).toMatch(expected)
  })

  test('an unknown severity, column or missing header is refused', async () => {
    expect(await refused('甲,2-31,,,极大,', 'A.2')).toMatch(
      /“极大”不是扣分等次，可填：一般、较大、重大、特别重大，或 5 至 20 分/,
    )
    expect(await refused('', 'A.1', 'subject,fact,points\n')).toMatch(/第1行“points”列：表头里不认识这一列/)
    expect(await refused('', 'A.1', 'subject,value\n')).toMatch(/第1行“fact”列：表头缺少这一列/)
    expect(await refused('', 'A.1', '')).toMatch(/文件是空的/)
  })

  test.each([
    [['--facts', 'x.csv'], /请用 --table/],
    [['--table', 'A.1'], /请用 --facts/],
    [['--table', 'A.9', '--facts', 'x.csv'], /没有“A.9”表，可选：A.1、A.2、A.3、A.4/],
    [
      ['--table', 'A.1', '--variant', '别墅', '--facts', 'x.csv'],
      /没有“别墅”类型，可选：既有民用建筑、老旧小区/,
    ],
    [['--table', 'A.2', '--variant', '老旧小区', '--facts', 'x.csv'], /不分类型/],
    [
      ['--table', 'A.3', '--level', 'district', '--facts', 'x.csv'],
      /没有“district”这一层级，可选：street、community/,
    ],
    [['--table', 'A.1', '--facts', '/nowhere/x.csv'], /读不到事实文件/],
    [['--tabel', 'A.1'], /参数写法不对/],
  ])('%j is answered with what to do', async (argv, expected) => {
    const { code, err } = await run(command, ...argv)
    expect(code).toBe(1)
    expect(err).toMatch(expected)
  })
})
