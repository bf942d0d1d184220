import { expect, test } from 'vitest'
import { command } from './survey.ts'
import { run, withFile } from './testing.ts'

const frame = 'unit,stratum\na1,甲\na2,甲\na3,甲\na4,甲\nb1,乙\nb2,乙\n'
const draw = (text: string, ...words: string[]) =>
  withFile('frame.csv', text, (path) => run(command, 'draw', '--frame', path, ...words))
const drawJson = async (text: string, ...words: string[]) =>
  JSON.parse((await draw(text, '--seed', 'S', '--fraction', '0.3', '--json', ...words)).out)

test('the draw says how it was made, from what, how many and whom', async () => {
  const found = await drawJson(frame)
  expect(Object.keys(found)).toEqual(['algorithm', 'frame_hash', 'seed_hash', 'fraction', 'strata', 'drawn'])
  expect(found).toMatchObject({
    algorithm: 'gongzhi-survey-draw/1',
    seed_hash: '8de0b3c47f112c59745f717a626932264c422a7563954872e237b223af4ad643',
    fraction: 0.3,
    strata: [
      { stratum: '乙', N: 2, n: 1 },
      { stratum: '甲', N: 4, n: 2 },
    ],
  })
  expect(found.drawn).toHaveLength(3)
  expect(found.drawn[1]).toEqual({ unit: expect.stringMatching(/^a\d$/), stratum: '甲', order: 1 })
})

test('the same people come out byte for byte, in whatever order and office format the frame comes', async () => {
  const [head, ...rows] = frame.trim().split('\n')
  const one = await draw(frame, '--seed', 'S', '--json')
  const other = await draw(
    `\ufeff${[head, ...rows.toReversed().map((row) => `"${row.replace(',', '","')}"`)].join('\r\n')}\r\n`,
    '--seed',
    'S',
    '--json',
  )
  expect(other).toEqual(one)
  expect((await draw(frame.replace('unit', 'ID'), '--seed', 'S', '--json')).out).toBe(one.out)
  const named = await draw(
    frame.replace('unit,stratum', '业主,楼'),
    '--seed',
    'S',
    '--json',
    '--unit',
    '业主',
    '--stratum',
    '楼',
  )
  expect(named.out).toBe(one.out)
})

test('reserves, a start and a public number are said where they are asked for', async () => {
  const found = await drawJson(frame, '--reserves', '2', '--batch', '0.5', '--number', ' 03  08 ')
  expect(found.number).toBe('03 08')
  expect(found.reserves.map(({ batch }: { batch: number }) => batch)).toEqual([1, 1, 2])
  const all = (await drawJson(frame, '--fraction', '1')).drawn
  const half = (await drawJson(frame, '--fraction', '1', '--start', '0.5')).drawn
  expect(half).not.toEqual(all)
  expect(half).toHaveLength(all.length)
})

test('what decided the size is said where a precision was wanted', async () => {
  const found = await drawJson(frame, '--precision', '30', '--response', '0.8')
  expect(found).toMatchObject({ response: 0.8, precision: { margin: 30, spread: 50, level: 0.95 } })
  expect(found.strata[1]).toEqual({
    stratum: '甲',
    N: 4,
    n: 4,
    by_fraction: 2,
    by_precision: 4,
    reason: 'precision',
  })
})

test('people read how many of each compound, not whom', async () => {
  const { out } = await draw(frame, '--seed', 'S')
  expect(out).toContain('共 2 层，业主 6 人，抽取 3 人')
  expect(out).toContain('甲  业主 4  抽取 2（按比例）')
  expect(out).not.toContain('a1')
})

test.each([
  ['', [], '文件是空的'],
  ['unit,stratum\n', [], '只有表头'],
  ['unit,楼\na,x\n', [], '第 1 行：表头缺少“stratum”或“小区”列；文件里有：unit、楼。'],
  ['unit,Unit,stratum\na,b,x\n', [], '两个“unit”列'],
  [frame, ['--stratum', '楼'], '表头缺少“楼”列'],
  ['unit,stratum\na,x\nb,x\n"a",y\n', [], '第 4 行“unit”列：“a”重复，已见于第 2 行'],
  ['unit,stratum\na,x\n,x\n', [], '第 3 行“unit”列：没有业主编号'],
  ['unit,stratum\na,x\nb,\n', [], '第 3 行“stratum”列：没有写属于哪一层'],
  ['unit,stratum\na,x,y\n', [], '第 2 行：单元格比表头多'],
  ['unit,stratum\na,"x\n', [], '第 2 行：引号没有成对'],
  [frame, ['--fraction', '1.2'], '--fraction 应大于 0、不大于 1'],
  [frame, ['--fraction', '三成'], '--fraction 应大于 0、不大于 1'],
  [frame, ['--response', '0'], '--response 应大于 0'],
  [frame, ['--reserves', '1.5'], '--reserves 应为 0 或正整数'],
  [frame, ['--start', '1'], '--start 应在 0（含）与 1（不含）之间'],
  [frame, ['--precision', '0'], '--precision 应大于 0'],
])('%j with %j is refused', async (text, words, sentence) => {
  const { code, err } = await draw(text, '--seed', 'S', ...words)
  expect(err).toContain(sentence)
  expect(code).toBe(1)
})

test('without a seed, a file or a known word it says what to write', async () => {
  expect((await draw(frame)).err).toContain('请用 --seed 写明种子')
  expect((await run(command, 'draw', '--seed', 'S')).err).toContain('请用 --frame 写明抽样框文件')
  expect((await run(command, 'draw', '--seed', 'S', '--frame', '/nowhere.csv')).err).toContain('读不到文件')
  expect(await run(command, 'frobnicate')).toMatchObject({ code: 2 })
  expect((await run(command, 'draw', '--help')).out).toContain('--reserves')
})
