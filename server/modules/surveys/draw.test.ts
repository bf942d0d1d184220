import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fraction } from '../../values/fraction.ts'
import { type DrawRequest, drawSurvey } from './draw.ts'
import { permanentNumbers } from './random-numbers.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const plan = { seed: '种子', number: '', fraction: Fraction.parse('0.3'), response: Fraction.ONE }

/** Compounds of so many owners each. */
function city(...sizes: number[]) {
  const rows = sizes.flatMap((size, c) => Array.from({ length: size }, (_, i) => [`${c}-${i}`, `小区${c}`]))
  return { units: rows.map(([unit = '']) => unit), strata: rows.map(([, stratum = '']) => stratum) }
}

function drawn(request: Partial<DrawRequest> & Pick<DrawRequest, 'frame'>) {
  const found = drawSurvey({ ...plan, ...request })
  if ('code' in found) throw new Error(found.code)
  const names = (rows: Uint32Array) => [...rows].map((row) => request.frame.units[row])
  return {
    ...found,
    strata: found.strata.map((one) => ({
      ...one,
      sample: names(one.sample),
      batches: one.batches.map(names),
    })),
  }
}

test('gongzhi-survey-draw/1: the first are those whose SHA-256 of algorithm, seed, number and key is smallest', () => {
  const frame = city(10, 4)
  const { seedHash, frameHash, strata } = drawn({ frame, number: '03 08' })
  expect(seedHash).toBe(sha256('种子'))
  expect(frameHash).toBe(
    sha256(
      frame.units
        .map((unit, i) => `${frame.strata[i]}\t${unit}\n`)
        .toSorted()
        .join(''),
    ),
  )
  const expected = frame.units
    .slice(0, 10)
    .map((unit) => ({ unit, digits: sha256(`gongzhi-survey-draw/1\n种子\n03 08\n${unit}`) }))
    .toSorted((a, b) => (a.digits < b.digits ? -1 : 1))
    .map(({ unit }) => unit)
  expect(strata[0]).toMatchObject({ stratum: '小区0', N: 10, n: 3, sample: expected.slice(0, 3) })
  expect(strata[1]).toMatchObject({ stratum: '小区1', N: 4, n: 2 })
})

test('the sample is of the stratum, of the right size, without repetition, whatever the order of rows', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 100 }), fc.string(), (owners, percent, word) => {
      const frame = city(...owners)
      const wish = { fraction: Fraction.of(percent, 100), seed: `s${word.replaceAll(/[\r\n]/g, '')}` }
      const found = drawn({ frame, ...wish })
      for (const { stratum, N, n, sample } of found.strata) {
        expect(n).toBe(Math.ceil((percent * N) / 100))
        expect(new Set(sample).size).toBe(n)
        for (const unit of sample) expect(frame.strata[frame.units.indexOf(unit ?? '')]).toBe(stratum)
      }
      const turned = { units: frame.units.toReversed(), strata: frame.strata.toReversed() }
      expect(drawn({ frame: turned, ...wish })).toEqual(found)
    }),
  )
})

test('another seed or another public number draws others; over many seeds each owner comes up in 3 of 10', () => {
  const frame = city(40)
  const counts = new Map<string | undefined, number>()
  const rounds = 2000
  for (let i = 0; i < rounds; i++)
    for (const unit of drawn({ frame, seed: `${i}` }).strata[0]?.sample ?? [])
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
  // Six standard deviations of a binomial share.
  const slack = 6 * Math.sqrt((0.3 * 0.7) / rounds)
  for (const unit of frame.units) expect(Math.abs((counts.get(unit) ?? 0) / rounds - 0.3)).toBeLessThan(slack)
  const sample = (request: object) => drawn({ frame, ...request }).strata[0]?.sample
  expect(sample({ seed: '甲' })).not.toEqual(sample({ seed: '乙' }))
  expect(sample({ number: '1' })).not.toEqual(sample({ number: '2' }))
})

describe('reserves and rotation', () => {
  const frame = city(50, 20)
  const reserves = { batches: 2, share: Fraction.parse('0.2') }
  const first = drawn({ frame, reserves })

  test('batches follow the sample, share no one with it, and end where the stratum ends', () => {
    expect(first.strata[0]?.batches.map(({ length }) => length)).toEqual([3, 3])
    const everyone = first.strata.flatMap(({ sample, batches }) => [...sample, ...batches.flat()])
    expect(new Set(everyone).size).toBe(everyone.length)
    const all = drawn({ frame, fraction: Fraction.ONE, reserves })
    expect(all.strata.map(({ batches }) => batches)).toEqual([[], []])
    const longer = drawn({ frame, fraction: Fraction.parse('0.42') })
    expect(longer.strata[0]?.sample).toEqual([
      ...(first.strata[0]?.sample ?? []),
      ...(first.strata[0]?.batches.flat() ?? []),
    ])
  })
  test('next year’s sample begins behind this year’s and asks nobody twice while others are left', () => {
    const starts = new Map(first.strata.map(({ stratum, next }) => [stratum, next]))
    const asked = new Set(first.strata.flatMap(({ sample, batches }) => [...sample, ...batches.flat()]))
    const second = drawn({ frame, starts })
    expect(second.strata.flatMap(({ sample }) => sample).filter((unit) => asked.has(unit))).toEqual([])
  })
  test('who is new or gone moves nobody else', () => {
    const more = { units: [...frame.units, 'new'], strata: [...frame.strata, '小区0'] }
    const without = (list: (string | undefined)[] = []) => list.filter((unit) => unit !== 'new')
    const order = (one: typeof frame) => drawn({ frame: one, fraction: Fraction.ONE }).strata[0]?.sample
    expect(without(order(more))).toEqual(order(frame))
  })
  test('numbers that agree in their first 52 bits are told apart by the rest', () => {
    const { leading, whole } = permanentNumbers('种子', '', frame.units)
    expect(leading.every((one, row) => one === Number.parseInt(whole(row).slice(0, 13), 16))).toBe(true)
  })
})

describe('a frame that cannot be drawn from is refused with its row', () => {
  test.each([
    [[], [], { code: 'empty' }],
    [['a', ''], ['x', 'x'], { code: 'unit-missing', row: 1 }],
    [['a', 'b'], ['x', ''], { code: 'stratum-missing', row: 1 }],
    [['a', 'b\tc'], ['x', 'x'], { code: 'control-character', row: 1 }],
    [['a', 'b'], ['x', 'y\n'], { code: 'control-character', row: 1 }],
    [['a', 'b', 'a'], ['x', 'y', 'y'], { code: 'duplicate', row: 2, first: 0, unit: 'a' }],
  ])('%j in %j', (units, strata, fault) => {
    expect(drawSurvey({ ...plan, frame: { units, strata } })).toEqual(fault)
  })
  test.each([{ seed: '' }, { seed: 'a\nb' }, { number: '1\n2' }])('%j is not one line', (wrong) => {
    expect(() => drawSurvey({ ...plan, ...wrong, frame: city(3) })).toThrow(RangeError)
  })
})
