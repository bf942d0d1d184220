import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerObjection, listObjections } from '../contracts/publicity/staff.ts'
import { receiptPattern } from '../contracts/publicity/words.ts'
import { type City, openCity } from '../faults/city/city.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { publishRound } from './support/publish-round.ts'

/** A resident on a phone, without an account: what did our compound get, why, and what if it is wrong? */
let city: City
let browser: Browser
let phone: BrowserContext
let page: Page
let base: string
let name: string
let receipt: string
const problems: string[] = []

beforeAll(async () => {
  city = await openCity()
  base = `${city.server.address}/public`
  await publishRound(city, 2025, 'final')
  const roundId = await publishRound(city, 2026, 'publicity')
  const answer = await fetch(
    `${city.server.address}/api/publicity/public/rounds/${roundId}/results?kind=compound`,
  )
  const { rows } = (await answer.json()) as { rows: { name: string }[] }
  name = rows[1]?.name ?? ''
  browser = await startBrowser()
  phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true })
  page = await phone.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (got) => {
    if (got.status() >= 500) problems.push(`${got.status()} ${got.url()}`)
  })
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

const heading = (text: string | RegExp) => page.getByRole('heading', { name: text }).first()

async function accessible() {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('UI: the first screen says what is shown and until when, with at most 170 KB of JavaScript', async () => {
  const scripts: Promise<number>[] = []
  const weigh = (text: Buffer) => gzipSync(text).length / 1000
  page.on('response', (got) => {
    if (got.url().endsWith('.js')) scripts.push(got.body().then(weigh))
  })
  await page.goto(base)
  await heading('您家小区评了几星？').waitFor()
  await page
    .getByText('还剩 7 个工作日')
    .or(page.getByText(/暂定|还剩|今天截止/))
    .first()
    .waitFor()
  const weight = (await Promise.all(scripts)).reduce((sum, part) => sum + part, 0)
  process.stdout.write(`      first screen: ${weight.toFixed(0)} KB\n`)
  expect(weight).toBeGreaterThan(50)
  expect(weight).toBeLessThanOrEqual(170)
  page.removeAllListeners('response')
  await accessible()
})

test('A.1.4: search finds the project; its page says stars first, then why, then the rows with reasons', async () => {
  await page.getByLabel('小区、物业企业、街道或社区').fill(name.slice(0, 3))
  await page.getByRole('button', { name: '查找' }).click()
  await heading('评价结果').waitFor()
  expect(decodeURIComponent(page.url())).toContain(`text=${name.slice(0, 3)}`)
  await accessible()
  await page
    .getByRole('link', { name: new RegExp(name.replace(/[（）]/g, '.')) })
    .first()
    .click()
  await heading(name).waitFor()
  await page
    .getByText(/[三四五]星级/)
    .first()
    .waitFor()
  await heading('为什么是这个分').waitFor()
  await page.getByText(/做得最好的是/).waitFor()
  await page.getByText('党建引领', { exact: true }).last().click()
  await page.getByText('只公布合计').first().waitFor()
  await page
    .getByText(/得\d.*分（满分/)
    .first()
    .waitFor()
  await page.getByText('物业服务企业').first().waitFor()
  await heading(/比 2025 年度|与 2025 年度/).waitFor()
  await accessible()
})

test('an objection without an account: what is wrong stands beside its field, then a receipt', async () => {
  await page.getByRole('link', { name: '对这个结果提出异议' }).click()
  await heading('提出异议').waitFor()
  await page.getByText(name).first().waitFor()
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByText('至少 10 个字', { exact: false }).last().waitFor()
  const text = page.getByLabel('哪里不对，实际情况怎样')
  await text.fill('小区南门夜里没有人值守，与公示的说明不符，请核实。')
  await accessible()
  await page.getByLabel('手机号').fill('123')
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByText(/不是11位手机号/).waitFor()
  await page.getByLabel('手机号').fill('13800138000')
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByText('已收到您的异议').waitFor()
  receipt = (await page.locator('.number').first().textContent()) ?? ''
  expect(receipt).toMatch(receiptPattern)
  await page.getByText('待答复', { exact: true }).waitFor()
  await accessible()
})

test('the bureau answers, and the receipt, typed as people type, leads to the answer', async () => {
  const bureau = await city.person('city')
  const { body } = await bureau.call(listObjections, { query: { state: 'open' } as never })
  const found = body.rows.find((row) => row.receipt === receipt)
  const answer = '已到现场核实，南门夜班自12月1日起补齐。'
  const given = await bureau.call(answerObjection, {
    params: { id: found?.id ?? '' },
    body: { outcome: 'upheld', answer },
  })
  expect(given.status).toBe(200)
  await page.goto(`${base}/publicity`)
  await page.getByLabel('回执号').fill(receipt.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '查答复' }).click()
  await page.getByText(answer).waitFor()
  await page.getByText('采纳', { exact: true }).waitFor()
  await accessible()
})

test('长辈版: 20 px and more, high contrast, remembered on the next visit', async () => {
  await page.goto(base)
  await page.getByRole('button', { name: '长辈版' }).click()
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  expect(await size()).toBeGreaterThanOrEqual(20)
  const next = await phone.newPage()
  await next.goto(`${base}/results`)
  await next.getByRole('button', { name: '标准版' }).waitFor()
  expect(await next.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  await next.close()
  await page.getByRole('link', { name: '看全部结果' }).click()
  await page.getByText(name).first().waitFor()
  await accessible()
  await page.getByRole('button', { name: '标准版' }).click()
  expect(await size()).toBe(16)
})

test('the other pages: publicity, open data, a certificate’s short address, English, a page that is none', async () => {
  await page.goto(`${city.server.address}/v/NO-SUCH-CODE`)
  await heading(/没有这个编号的证书|核验星级证书/).waitFor()
  expect(page.url()).toBe(`${base}/verify/NO-SUCH-CODE`)
  await page.goto(`${base}/open-data`)
  await page.getByText('尚未公布').first().waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await heading('Open data').waitFor()
  await accessible()
  await page.getByRole('button', { name: '中文' }).click()
  await page.goto(`${base}/no-such-page`)
  await heading('没有这个页面').waitFor()
  expect(problems).toEqual([])
})
