import { describe, expect, test } from 'vitest'
import { type Counted, countHeads } from './count-heads.ts'

let made = 0
const flat = (ownerIds: string[], rest: Partial<Counted> = {}): Counted => ({
  id: `d${++made}`,
  use: 'home',
  standing: 'delivered',
  areaCenti: 9_001,
  ownerIds,
  ...rest,
})

describe('业主人数 (民法典解释第九条)', () => {
  test.each([
    ['一个专有部分按一人计算', [flat(['a']), flat(['b']), flat(['c'])], 3],
    ['joint owners of one 专有部分 are one head', [flat(['a', 'b'])], 1],
    ['同一买受人拥有一个以上专有部分的，按一人计算', [flat(['a']), flat(['a']), flat(['b'])], 2],
    [
      'the same joint owners of several are one buyer, whatever their order',
      [flat(['a', 'b']), flat(['b', 'a'])],
      1,
    ],
    ['one of two joint owners who owns another alone is another buyer', [flat(['a', 'b']), flat(['a'])], 2],
    [
      '建设单位尚未出售和虽已出售但尚未交付的部分按一人计算',
      [
        flat(['dev'], { standing: 'unsold' }),
        flat([], { standing: 'unsold' }),
        flat(['a'], { standing: 'sold-undelivered' }),
        flat(['b'], { standing: 'sold-undelivered' }),
      ],
      1,
    ],
    [
      'a buyer of one delivered and one undelivered counts for the delivered one only',
      [flat(['a']), flat(['a'], { standing: 'sold-undelivered' })],
      2,
    ],
    ['a dwelling whose owner is not on record is still one head', [flat([]), flat([])], 2],
    ['no dwelling, no head', [], 0],
  ])('%s', (_, dwellings, heads) => {
    expect(countHeads(dwellings)).toHaveLength(heads)
  })

  test('parking bays are counted only where they are 专有部分 (art 2, countParking)', () => {
    const roll = [flat(['a']), flat(['a'], { use: 'parking' }), flat(['b'], { use: 'parking' })]
    expect(countHeads(roll)).toHaveLength(1)
    expect(countHeads(roll, true)).toHaveLength(2)
  })

  test('areas are exact, and the developer’s count in full', () => {
    const roll = [
      flat(['a']),
      flat(['a'], { areaCenti: 1 }),
      flat([], { standing: 'unsold', areaCenti: 7_777_777 }),
    ]
    expect(countHeads(roll).map(({ areaCenti }) => areaCenti)).toEqual([9_002, 7_777_777])
  })
})
