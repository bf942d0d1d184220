import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  advanceTo,
  allStars,
  type FinishedCity,
  finishedCity,
} from '../server/modules/archives/tests/finished-city.ts'
import type { Person } from '../server/platform/testing/app.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { readPdf } from '../server/platform/testing/read-pdf.ts'

/** A final result leaves the house: frozen, printed, certified, checked by the public. */
let finished: FinishedCity
let browser: Browser
let address: string
const problems: string[] = []

beforeAll(async () => {
  finished = await finishedCity('publicity')
  await allStars(finished.app, finished.roundId)
  const moved = { bureau: finished.city.people.city, roundId: finished.roundId }
  await advanceTo(finished.app, finished.clock, moved, 'archived')
  const { http } = finished.app
  await http.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await finished?.close()
})

async function opened(at: string, { as, width = 1440, english = false }: Opening = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width > 500 ? 900 : 844 },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  if (as) await context.addCookies([{ name: 'gongzhi_session', value: as.token, url: address }])
  if (english) await context.addInitScript(() => localStorage.setItem('gongzhi:language', 'en'))
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(`${address}${at}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}
interface Opening {
  as?: Person
  width?: number
  english?: boolean
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, 'the page is no wider than the screen').toBeLessThanOrEqual(0)
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.GONGZHI_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/page-${name}.png`, fullPage: true })
}

test('the bureau issues star certificates and packs the notices of the whole round', async () => {
  const page = await opened('/archives', { as: finished.city.people.city })
  await shot(page, 'rounds')
  await expectAccessible(page)
  await page.getByRole('link', { name: '2026 年度' }).click()
  await page.getByRole('button', { name: '颁发星级证书（3 份）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '颁发' }).click()
  await page.getByText('已颁发 3 份星级证书').waitFor()
  await page.getByRole('button', { name: '打包 PDF：评价结果通知书' }).click()
  const zip = page.getByRole('button', { name: '下载压缩包' })
  await zip.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), zip.click()])
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await shot(page, 'round')
  await expectAccessible(page)
})

test('on a phone and in English the same pages hold', async () => {
  for (const [name, opening] of [
    ['round-phone', { width: 390 }],
    ['round-english', { english: true }],
  ] as const) {
    const page = await opened(`/archives/${finished.roundId}`, { as: finished.city.people.city, ...opening })
    await shot(page, name)
    await expectAccessible(page)
  }
  for (const [name, opening] of [
    ['register', {}],
    ['register-phone', { width: 390 }],
  ] as const) {
    const page = await opened('/archives/register', { as: finished.city.people.city, ...opening })
    await page.getByText('幸福花园').first().waitFor()
    await shot(page, name)
    await expectAccessible(page)
  }
  const page = await opened(`/archives/${finished.roundId}/evidence/1`, { as: finished.city.people.auditor })
  await shot(page, 'evidence')
  await expectAccessible(page)
})

test('the committee fetches its project’s certificate on the score page; the public finds it true by its code', async () => {
  const subject = await finished.subject('幸福花园')
  const at = `/evaluation/rounds/${finished.roundId}/subjects/${subject}`
  const page = await opened(at, { as: finished.city.people.committee })
  await page.getByRole('button', { name: '文书下载' }).click()
  await shot(page, 'subject')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '星级证书（PDF）' }).click(),
  ])
  const [paper] = await readPdf(readFileSync(await file.path()))
  const code = /编号(\w{4}-\w{4}-\w{4})/.exec(paper?.text ?? '')?.[1]
  const seen = await opened(`/public/verify/${code}`, { width: 390 })
  await seen.getByText('幸福花园').first().waitFor()
  await shot(seen, 'verify')
  await expectAccessible(seen)
})

test('the public finds the final result as data', async () => {
  const page = await opened('/public/open-data', { width: 390 })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).first().click(),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain('幸福花园')
  await shot(page, 'open-data')
  expect(problems).toEqual([])
})
