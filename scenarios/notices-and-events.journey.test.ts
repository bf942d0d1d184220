import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../server/platform/clock/clock.ts'
import { type Receiver, receiver } from '../server/modules/exchange/tests/receiver.ts'
import { drained, tell } from '../server/modules/notices/tests/told.ts'
import { type Person, type TestApp, testApp } from '../server/platform/testing/app.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'

/** What persons are told, and what other systems are: through the real pages, against a real receiver. */
let app: TestApp
let browser: Browser
let credit: Receiver
let address: string
const problems: string[] = []

beforeAll(async () => {
  app = await testApp({ clock: systemClock, settings: { demo: true } })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  credit = await receiver()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await credit?.close()
})

async function opened(person: Person, at: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 860 }, locale: 'zh-CN' })
  await context.addCookies([{ name: 'gongzhi_session', value: person.token, url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(`${address}${at}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.GONGZHI_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('the bell tells how much is unread; each notice leads to its matter and is then read; by keyboard and on a phone', async () => {
  const person = await app.person({ role: 'district-official', placeId: app.cityId })
  const to = [{ accountId: person.id }]
  const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await tell(
    app,
    {
      to,
      zh: '“示例花园”的申诉已有决定（演示数据）',
      en: 'The appeal of Example Garden is decided',
      link: '/evaluation',
    },
    {
      to,
      zh: '自评还有 2 天截止，尚有 12 行未填（演示数据）',
      en: 'Self-report: two days left, 12 rows open',
      link: '/',
      due,
    },
    { to, zh: '您有 3 个评分任务（演示数据）', en: 'You have 3 grading tasks', link: '/evaluation' },
  )
  await drained(app)
  const page = await opened(person, '/')
  await page.getByRole('link', { name: '通知，3 条未读' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '通知', level: 1 }).waitFor()
  await shot(page, 'notices')
  await expectAccessible(page)
  await page.getByRole('link', { name: /您有 3 个评分任务/ }).click()
  await page.waitForURL('**/evaluation/**')
  await page.getByRole('link', { name: '通知，2 条未读' }).click()
  await page.getByRole('button', { name: /标为已读.*自评/ }).click()
  await page.getByRole('link', { name: '通知，1 条未读' }).waitFor()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await page.getByRole('link', { name: '通知，没有未读' }).waitFor()
  await page.getByRole('button', { name: '邮箱提醒' }).click()
  await page.getByLabel('邮箱地址').fill('someone@example.cn')
  await shot(page, 'notices-mail')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click()
  // The word that says so goes away again by itself; the dialog that closes stays closed.
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.context().close()

  await tell(app, {
    to,
    zh: '公示明天开始，请核对本区结果（演示数据）',
    en: 'Publicity begins tomorrow',
    link: '/evaluation',
  })
  await drained(app)
  const phone = await opened(person, '/notices', 390)
  await phone.getByRole('link', { name: /公示明天开始/ }).waitFor()
  await shot(phone, 'notices-phone')
  await expectAccessible(phone)
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await phone.context().close()

  const admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  const inbox = await opened(admin, '/demo-inbox')
  await inbox.getByText('【共治】公示明天开始，请核对本区结果（演示数据）').waitFor()
  await shot(inbox, 'demo-inbox')
  await expectAccessible(inbox)
  await inbox.context().close()
  expect(problems).toEqual([])
})

test('an administrator subscribes the credit platform: a private address is refused beside its field, a trial arrives signed with the secret shown once', async () => {
  const admin = await app.person({ role: 'system-admin', placeId: app.cityId })
  const page = await opened(admin, '/webhooks')
  await shot(page, 'webhooks-empty')
  await page.getByRole('button', { name: '新建订阅' }).click()
  await page.getByLabel('名称').fill('信用平台（演示数据）')
  await page.getByLabel('接收地址').fill('https://10.0.0.8/hook')
  await page.getByLabel('评价结果生效').check()
  await page.getByLabel('已生效结果更正').check()
  await page.getByRole('button', { name: /新\s?建/ }).click()
  await page.getByText(/接收地址在内部网段/).waitFor()
  await shot(page, 'webhooks-refused')
  await expectAccessible(page)
  await page.getByLabel('接收地址').fill(credit.url)
  await page.getByRole('button', { name: /新\s?建/ }).click()
  const secret = (await page.locator('code').innerText()).trim()
  expect(secret).toMatch(/^whsec_/)
  await shot(page, 'webhooks-secret')
  await expectAccessible(page)
  await page.getByRole('button', { name: '已妥善保存' }).click()
  await page.getByRole('heading', { name: '信用平台（演示数据）' }).waitFor()
  await shot(page, 'webhook')
  await expectAccessible(page)
  await page.getByRole('button', { name: '试发一条' }).click()
  await page.getByText('HTTP 204').waitFor()
  await shot(page, 'delivery')
  await expectAccessible(page)
  const [got] = credit.got
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(`${got?.id}.${got?.timestamp}.${got?.body}`).digest('base64')
  expect(got?.signature).toBe(`v1,${mac}`)
  credit.answer((response) => response.writeHead(500).end('no disk space'))
  await page.getByRole('button', { name: '重新送达' }).click()
  await page.getByText('no disk space').waitFor()
  await shot(page, 'delivery-failed')
  await page.getByRole('link', { name: '送达记录' }).click()
  await page.getByRole('heading', { name: '送达记录', level: 1 }).waitFor()
  await page.getByText('HTTP 500').waitFor()
  await shot(page, 'deliveries')
  await expectAccessible(page)
  await page.getByRole('link', { name: '事件订阅' }).last().click()
  await page.getByRole('link', { name: '信用平台（演示数据）' }).click()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '更换密钥' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '更换密钥' }).click()
  await page.getByRole('dialog').locator('code').waitFor()
  await shot(page, 'webhook-rotated')
  await page.getByRole('dialog').getByRole('button', { name: '已妥善保存' }).click()
  await page.context().close()
  const phone = await opened(admin, '/webhooks/deliveries', 390)
  await phone.getByText('HTTP 500').waitFor()
  await shot(phone, 'deliveries-phone')
  await expectAccessible(phone)
  expect(problems).toEqual([])
})
