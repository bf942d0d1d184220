import { expect, test } from 'vitest'
import { parseMobile } from '../../server/values/phone.ts'
import { parseUscc } from '../../server/values/uscc.ts'
import { baotouDivisions } from '../divisions.ts'
import { postRows } from '../sheets/posts.ts'
import { demoCity } from './demo-city.ts'

const plan = { seed: 'gongzhi', size: 'city', today: '2026-11-23' } as const
const city = demoCity(plan)

test('the large city has 2,500 compounds, 420 enterprises and 900,000 households within two in a hundred', () => {
  expect(city.compounds).toHaveLength(2500)
  expect(city.enterprises).toHaveLength(420)
  const households = city.compounds.reduce((sum, c) => sum + c.households, 0)
  expect(Math.abs(households - 900_000)).toBeLessThan(18_000)
  const serving = new Set(city.compounds.flatMap((c) => c.services.map((s) => s.enterprise)))
  expect(city.enterprises.filter((e) => !serving.has(e)).length).toBeLessThan(5)
})

test('the same plan gives the same city, another seed another one', () => {
  const text = (plan: Parameters<typeof demoCity>[0]) =>
    JSON.stringify([demoCity(plan).compounds.slice(0, 50)])
  expect(text(plan)).toBe(text(plan))
  expect(text({ ...plan, seed: 'other' })).not.toBe(text(plan))
})

test('C35: all 855 communities are there, about 320 of townspeople, none of them a village, works or park', () => {
  const divisions = baotouDivisions('150200000000')
  const communities = divisions.filter((d) => d.kind === 'community')
  const urban = communities.filter((d) => d.inBuiltUpArea)
  expect([divisions.length, communities.length]).toEqual([956, 855])
  expect(urban.length).toBeGreaterThan(300)
  expect(urban.length).toBeLessThan(340)
  expect(
    urban.filter((d) => /村|嘎查|园区|虚拟/.test(d.name) && !/新村|村社区|村居委会/.test(d.name)),
  ).toEqual([])
  expect(divisions.filter((d) => d.kind === 'district').every((d) => d.inBuiltUpArea)).toBe(true)
})

test('codes and numbers are well-formed and nobody bears them', () => {
  for (const { uscc } of city.enterprises) expect(parseUscc(uscc)).toEqual({ ok: true, value: uscc })
  const people = [...postRows(city)]
  for (const { phone } of people) expect(parseMobile(String(phone)).ok).toBe(true)
  // One number is one person's, in however many posts.
  const names = new Map(people.map(({ phone, name }) => [phone, name]))
  expect(people.every(({ phone, name }) => names.get(phone) === name)).toBe(true)
})

test('nothing has happened after today', () => {
  const early = demoCity({ seed: 'gongzhi', size: 'small', today: '2026-01-05' })
  for (const c of early.compounds) {
    expect((c.committee?.election.electedOn ?? '') <= '2026-01-05').toBe(true)
    expect((c.committee?.election.filedOn ?? '') <= '2026-01-05').toBe(true)
    expect((c.renovatedOn ?? '') <= '2026-01-05').toBe(true)
  }
})
