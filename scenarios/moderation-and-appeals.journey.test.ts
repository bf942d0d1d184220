import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideAppeal, getAppeal, listAppeals } from '../contracts/publicity/appeals.ts'
import { advanceTo } from '../server/modules/evaluation/testing/small-city.ts'
import {
  firstGraderOf,
  type ModeratedCity,
  moderatedCity,
  reviewOf,
} from '../server/modules/moderation/tests/moderated-city.ts'
import {
  cityOfficial,
  file,
  gradedRows,
  ownResult,
} from '../server/modules/publicity/tests/appealing-city.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import type { Person } from '../server/platform/testing/app.ts'

/** A moderator at a desk and on a telephone; then the firm appeals, and somebody without a hand in it answers. */
let town: ModeratedCity
let browser: Browser
let base: string
const problems: string[] = []
const pictures = process.env.GONGZHI_PICTURES

beforeAll(async () => {
  town = await moderatedCity()
  base = await town.app.http.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await town?.app.close()
})

async function pageOf(person: Person, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
  await context.addCookies([{ name: 'gongzhi_session', value: person.token, url: base }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (got) => {
    if (got.status() >= 500) problems.push(`${got.status()} ${got.url()}`)
  })
  return page
}

/** Looked at by machine: what assistive technology needs, and nothing wider than the screen. */
async function sound(page: Page, picture: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  // A list of choices that is on its way out is nobody's any more.
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'hidden' })
  if (pictures) {
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${picture}.png`, fullPage: true })
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('the moderator sees what stands out, asks, and confirms with a note', async () => {
  const page = await pageOf(town.moderator)
  await page.goto(`${base}/moderation?round=${town.roundId}`)
  await page.getByRole('heading', { name: '复核', exact: true }).waitFor()
  await page.getByRole('link', { name: '幸福花园' }).first().waitFor()
  await sound(page, 'reviews-1440')
  const { id } = await reviewOf(town.moderator, town.roundId, '幸福花园')
  const { row } = await firstGraderOf(town, '幸福花园')
  await page.goto(`${base}/moderation/reviews/${id}`)
  const part = page.getByRole('region', { name: new RegExp(`^${row}`) })
  await part.waitFor()
  await sound(page, 'review-1440')
  await part.getByRole('button', { name: '退回提问' }).first().click()
  await page.getByRole('textbox', { name: '问题' }).fill('照片与评分不符，请核实')
  await page.getByRole('dialog').getByRole('button', { name: '退回提问' }).click()
  await page.getByText('等待评分人答复').first().waitFor()

  const other = await reviewOf(town.moderator, town.roundId, '和谐家园')
  await page.goto(`${base}/moderation/reviews/${other.id}`)
  await page.getByRole('button', { name: '复核确认' }).click()
  await page.getByRole('textbox', { name: '说明' }).fill('已逐项核对现场记录')
  await page.getByRole('dialog').getByRole('button', { name: '复核确认' }).click()
  await page.getByText('已复核').first().waitFor()
  await page.goto(`${base}/moderation/agreement?round=${town.roundId}`)
  await page.getByRole('heading', { name: '评分一致性' }).waitFor()
  await page.getByText('加权 Kappa').waitFor()
  await sound(page, 'agreement-1440')
  const phone = await pageOf(town.moderator, 390)
  await phone.goto(`${base}/moderation?round=${town.roundId}`)
  await phone.getByText('阳光小区').first().waitFor()
  await sound(phone, 'reviews-390')
  await phone.goto(`${base}/moderation/reviews/${id}`)
  await phone.getByRole('heading', { name: '幸福花园' }).waitFor()
  await sound(phone, 'review-390')
  await phone.goto(`${base}/moderation/agreement?round=${town.roundId}`)
  await phone.getByText('加权 Kappa').waitFor()
  await sound(phone, 'agreement-390')
})

test('the firm appeals in the term; who has it answers row by row; both see what moved', async () => {
  await advanceTo(town.app, town.clock, town, 'publicity')
  const { firmA } = town.city.people
  const { subjectId } = await ownResult(firmA, '幸福花园')
  const [row = '', second = ''] = await gradedRows(firmA, subjectId)
  const desk = await pageOf(firmA)
  await desk.goto(`${base}/publicity`)
  await desk.getByRole('heading', { name: '我方结果' }).waitFor()
  await sound(desk, 'own-1440')
  await desk.getByRole('link', { name: '提出申诉' }).first().click()
  await desk.getByRole('heading', { name: '申诉：幸福花园' }).waitFor()
  await desk.getByLabel('申诉的指标').click()
  await desk.keyboard.type(row)
  await desk.keyboard.press('Enter')
  await desk.getByRole('heading', { level: 1 }).click()
  await desk.getByLabel(`${row} 的申诉理由`).fill('当日已按要求整改，附照片和签到表为证')
  await sound(desk, 'file-1440')
  await desk.getByRole('button', { name: '提交申诉' }).click()
  await desk.getByRole('heading', { name: /SS-\d{4}-0001/ }).waitFor()
  await sound(desk, 'appeal-own-1440')

  await file(firmA, subjectId, [second])
  const handler = await cityOfficial(town)
  const list = (await town.moderator.call(listAppeals)).body.rows
  const first = list.find(({ rows }) => rows.includes(row))
  await town.app.database.pool.query('UPDATE publicity.appeal SET assignee_id = $1 WHERE id = $2', [
    handler.id,
    first?.id,
  ])
  const office = await pageOf(handler)
  await office.goto(`${base}/publicity/appeals`)
  await office.getByText('SS-').first().waitFor()
  await sound(office, 'appeals-1440')
  await office.goto(`${base}/publicity/appeals/${first?.id}`)
  const form = office.getByRole('region', { name: '答复申诉' })
  await form.getByText('成立', { exact: true }).click()
  await form.getByLabel('认定为').click()
  await office.locator('.ant-select-item-option', { hasText: '差' }).click()
  await form.getByRole('textbox', { name: '理由' }).fill('核对后认定为差')
  await form.getByRole('textbox', { name: '总的答复' }).fill('经核实，逐项答复如上')
  await sound(office, 'decide-1440')
  await form.getByRole('button', { name: '提交答复' }).click()
  await office.getByRole('heading', { name: '得分和排名的变化' }).waitFor()
  await sound(office, 'appeal-1440')
  const { body } = await firmA.call(getAppeal, { params: { id: first?.id ?? '' } })
  expect(body.appeal.outcome).toBe('upheld')
  expect(
    (await handler.call(decideAppeal, { params: { id: first?.id ?? '' }, body: { rows: [], answer: '' } }))
      .status,
  ).toBe(400)
  for (const [path, picture] of [
    ['own', 'own-390'],
    ['appeals', 'appeals-390'],
    [`appeals/${first?.id}`, 'appeal-390'],
    [`own/${subjectId}/appeal`, 'file-390'],
  ] as const) {
    const phone = await pageOf(firmA, 390)
    await phone.goto(`${base}/publicity/${path}`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await sound(phone, picture)
  }
  for (const path of ['corrections', 'corrections/new', 'objections']) {
    await office.goto(`${base}/publicity/${path}`)
    await office.getByRole('heading', { level: 1 }).waitFor()
    await sound(office, `${path.replace('/', '-')}-1440`)
  }
})

test('no page failed', () => {
  expect(problems).toEqual([])
})
