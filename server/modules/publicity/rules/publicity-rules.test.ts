import { describe, expect, test } from 'vitest'
import { receiptPattern, starsOf } from '../../../../contracts/publicity/words.ts'
import { bestAndWeakest, costliest } from './best-and-weakest.ts'
import { layOut } from './layout.ts'
import { receiptOf } from './receipt.ts'

const group = (name: string, points: string, got: string) => ({ name, points, got })

describe('why a total is what it is', () => {
  test.each([
    ['by share, not by points', [group('大', '30', '20'), group('小', '8', '7')], '小', '大'],
    [
      'a group without points is neither',
      [group('甲', '10', '9'), group('负面清单', '0', '-5'), group('乙', '10', '8')],
      '甲',
      '乙',
    ],
    ['full points are not weak', [group('甲', '10', '10'), group('乙', '10', '10')], null, null],
    ['no groups', [], null, null],
  ])('%s', (_, groups, best, weakest) => {
    expect(bestAndWeakest(groups)).toEqual({ best, weakest })
  })

  test('what cost most comes first; withheld rows and full ones are passed over', () => {
    const rows = [
      { id: 'a', points: '1', max: '2' },
      { id: 'b', points: '0', max: '4' },
      { id: 'c', points: null, max: null },
      { id: 'd', points: '3', max: '3' },
      { id: 'e', points: '-2', max: '0' },
    ]
    expect(costliest(rows, 2)).toEqual(['b', 'e'])
  })
})

test('stars are read off a band’s name', () => {
  expect(['五星级', '四星级', '三星级', '未达星级', null].map(starsOf)).toEqual([5, 4, 3, 0, 0])
})

test('a receipt has letters that nobody mistakes, whatever the bytes', () => {
  for (const byte of [0, 1, 30, 31, 32, 127, 255])
    expect(receiptOf(new Uint8Array(12).fill(byte))).toMatch(receiptPattern)
})

test('DESIGN: a row is personal by its own fact or by the fact that opens it, and counts persons by its unit', () => {
  const row = (id: string, fact?: object, gate?: object) => ({
    id,
    level1: '组',
    factDefinition: fact,
    gateDefinition: gate,
  })
  const rows = [
    row('1', { personal: true }),
    row('2', {}, { personal: true }),
    row('3', { unit: 'persons' }),
    row('4'),
  ]
  const said = layOut({ 'A.1': { rows } }).map(({ indicator, personal, counts }) => [
    indicator,
    personal,
    counts,
  ])
  expect(said).toEqual([
    ['1', true, false],
    ['2', true, false],
    ['3', false, true],
    ['4', false, false],
  ])
})
