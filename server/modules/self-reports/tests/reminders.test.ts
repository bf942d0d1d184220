import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitor } from '../../../access/actor.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting

beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

const tellings = async (day: string) => {
  const source = it.app.modules
    .find(({ name }) => name === 'self-reports')
    ?.reminders?.find(({ name }) => name === 'self-reports.drafts')
  return (await source?.due({ ...it.app.context, actor: visitor(day) }, day)) ?? []
}

test('whoever has a draft is reminded three working days before the end, on the last day, and once after it', async () => {
  const { dueOn } = await it.page(it.city.people.firmA, '幸福花园')
  // Tuesday, 2026-03-31; nothing but weekends lies near.
  expect(dueOn).toBe('2026-03-31')
  const days = [
    '2026-03-25',
    '2026-03-26',
    '2026-03-27',
    '2026-03-28',
    '2026-03-31',
    '2026-04-01',
    '2026-04-02',
  ]
  const said = await Promise.all(days.map(async (day) => (await tellings(day)).map(({ zh }) => zh)))
  expect(said.map((one) => one.length)).toEqual([0, 1, 0, 0, 1, 1, 0])
  expect(said.flat()).toEqual([
    expect.stringContaining('还有 3 个工作日截止'),
    expect.stringContaining('今天截止'),
    expect.stringContaining('逾期'),
  ])
})

test('two firms, their three heads of project, a street, a community and a district are meant, each once', async () => {
  const [telling] = await tellings('2026-03-31')
  expect(telling?.to).toHaveLength(8)
  expect(new Set(telling?.to.map((one) => JSON.stringify(one))).size).toBe(8)
})
