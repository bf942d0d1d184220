import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyEdition } from '../contracts/standards/editions.ts'
import { advanceTo, openAndScore, score, smallCity } from '../server/modules/evaluation/testing/small-city.ts'
import { enrolled, type Person, type TestApp, testApp } from '../server/platform/testing/app.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { movableClock } from '../server/platform/clock/movable-clock.ts'

/** Next year's edition: one official changes and tries it, a colleague meets her edit, another approves. */
const clock = movableClock('2026-03-02T09:00:00+08:00')
let app: TestApp
let browser: Browser
let address: string
let people: Record<'editor' | 'colleague' | 'approver', Person>
const problems: string[] = []

beforeAll(async () => {
  app = await testApp({ clock })
  const city = await smallCity(app)
  // Approving asks for a second factor.
  const official = async () =>
    await enrolled(await app.person({ role: 'city-official', placeId: app.cityId }), clock)
  people = { editor: city.people.city, colleague: await official(), approver: await official() }
  const roundId = await openAndScore(app, people.editor)
  await advanceTo(app, clock, { bureau: people.editor, roundId }, 'moderation')
  await score(people.editor, roundId)
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function opened(as: Person, at: string, { width = 1440, english = false } = {}): Promise<Page> {
  const viewport = { width, height: width > 500 ? 900 : 844 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  await context.addCookies([{ name: 'gongzhi_session', value: as.token, url: address }])
  if (english) await context.addInitScript(() => localStorage.setItem('gongzhi:language', 'en'))
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(`${address}${at}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, 'the page is no wider than the screen').toBeLessThanOrEqual(0)
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.GONGZHI_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('an edition is copied, changed with its sums in sight, tried on a past round, approved by another, and chosen for a round', async () => {
  const { editor, colleague, approver } = people
  const page = await opened(editor, '/standards/drafts')
  await shot(page, 'editions-list')
  await page.getByRole('button', { name: '新建草稿' }).click()
  await page.getByLabel('起始年度').fill('2026')
  await page.getByLabel('版本编号').fill('BT-2026')
  await expectAccessible(page)
  await shot(page, 'editions-copy')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByText('全部通过').waitFor()
  const id = new URL(page.url()).pathname.split('/')[3] ?? ''

  // One point less, and the sums say so at once; the colleague had the same row open.
  const second = await opened(colleague, `/standards/drafts/${id}/A.1`)
  await second.getByLabel('1-01 的分值').focus()
  await page.getByLabel('1-01 的分值').fill('1')
  await page.getByLabel('1-01 的分值').press('Enter')
  await page
    .getByText(/合计 99 分/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: '提交批准' }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await shot(page, 'editions-sum-99')
  await second.getByLabel('1-01 的分值').fill('3')
  await second.getByLabel('1-01 的分值').press('Enter')
  await second.getByRole('dialog').getByText('保留对方的').waitFor()
  await expectAccessible(second)
  await shot(second, 'editions-conflict')
  await second.getByRole('button', { name: '保留对方的' }).click()

  // The point goes to the next row of the group: in its drawer, by keyboard.
  await page.getByRole('button', { name: '编辑 1-02' }).press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('分值').fill('3')
  await expectAccessible(page)
  await shot(page, 'editions-row')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText('全部通过').waitFor()

  for (const [view, name] of [
    ['limits', '限值'],
    ['head', '名称与年度'],
    ['differences', '新旧对照'],
    ['history', '修改经过'],
    ['preview', '试算'],
  ] as const) {
    await page.getByRole('navigation', { name: '草稿的各部分' }).getByRole('link', { name }).click()
    if (view === 'preview') await page.getByText(/平均分由/).waitFor()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    await shot(page, `editions-${view}`)
  }
  await page.getByRole('button', { name: '提交批准' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('待批准').waitFor()

  const desk = await opened(approver, `/standards/drafts/${id}/differences`)
  await desk.getByText('1-02').first().waitFor()
  await shot(desk, 'editions-approval')
  await desk.getByRole('button', { name: '批准发布' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '批准发布' }).click()
  await desk.getByText(/已发布，不再改动/).waitFor()
  await shot(desk, 'editions-published')

  const round = await opened(editor, '/evaluation/rounds/new')
  await round.getByLabel('标准版本').click()
  await round.getByText('(BT-2026)').first().waitFor()
})

test('on a phone and in English the pages hold together', async () => {
  const { editor } = people
  const title = '手机上看的版本'
  await editor.call(copyEdition, {
    body: { basedOn: 'DB1502-draft-2021', code: 'BT-2028', title, titleEn: 'For phones', fromYear: 2028 },
  })
  const list = await opened(editor, '/standards/drafts', { width: 390 })
  await expectAccessible(list)
  await shot(list, 'editions-list-390')
  await list.getByRole('link', { name: title }).click()
  await list.getByRole('navigation', { name: '草稿的各部分' }).waitFor()
  await list.waitForLoadState('networkidle')
  await expectAccessible(list)
  await shot(list, 'editions-table-390')
  const view = new URL(list.url()).pathname.replace(/[^/]+$/, 'preview')
  const phone = await opened(editor, view, { width: 390 })
  await phone.getByText(/平均分由/).waitFor()
  await expectAccessible(phone)
  await shot(phone, 'editions-preview-390')
  const english = await opened(editor, view.replace('preview', 'A.2'), { english: true })
  await english.getByRole('navigation', { name: 'Parts of the draft' }).waitFor()
  await expectAccessible(english)
  await shot(english, 'editions-english')
  expect(problems).toEqual([])
})
