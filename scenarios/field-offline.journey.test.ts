import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GradingTask } from '../contracts/grading/staff.ts'
import {
  advanceTo,
  openAndScore,
  type SmallCity,
  smallCity,
} from '../server/modules/evaluation/testing/small-city.ts'
import { drawn, fitting, gradeOf, send, tasksOf } from '../server/modules/grading/tests/graded-city.ts'
import { type Person, type TestApp, testApp } from '../server/platform/testing/app.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { movableClock } from '../server/platform/testing/movable-clock.ts'
import { ownCertificate } from './support/own-certificate.ts'

/** On site without a network: everything stays on the telephone, goes out once, and conflicts are shown. Over HTTPS. */
let app: TestApp
let browser: Browser
let plain: Server
let address: string
let plainAddress: string
let city: SmallCity
let grader: Person
let other: Person
let task: GradingTask
const problems: string[] = []

beforeAll(async () => {
  const { tls, trusted } = await ownCertificate()
  const clock = movableClock('2026-11-02T09:00:00+08:00')
  app = await testApp({ clock, settings: { tls } })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  address = `https://127.0.0.1:${portOf(app.http.server)}`
  // The same server without HTTPS, under a name that browsers do not trust as they trust this machine's own.
  plain = createServer((request, answer) => app.http.routing(request, answer))
  await new Promise<void>((listening) => plain.listen(0, '127.0.0.1', listening))
  plainAddress = `http://plain.test:${portOf(plain)}`
  browser = await startBrowser([trusted, '--host-resolver-rules=MAP plain.test 127.0.0.1'])

  city = await smallCity(app)
  const bureau = city.people.city
  const roundId = await openAndScore(app, bureau)
  await advanceTo(app, clock, { bureau, roundId }, 'self-report')
  await drawn({ app, clock, city, roundId, bureau })
  await advanceTo(app, clock, { bureau, roundId }, 'grading')
  const [holder, next] = city.evaluators
  if (!holder || !next) throw new Error('nobody to grade')
  grader = holder
  other = next
  const found = (await tasksOf(grader)).find(({ second }) => !second)
  if (!found) throw new Error('nothing to grade')
  task = found
})
afterAll(async () => {
  await browser?.close()
  plain?.close()
  plain?.closeAllConnections()
  await app?.close()
})

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

interface Phone {
  context: BrowserContext
  page: Page
}

async function phone(person: Person, at = address): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'zh-CN',
    geolocation: { latitude: 40.6571, longitude: 109.8405 },
    permissions: at === address ? ['geolocation'] : [],
  })
  await become(context, person, at)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(`${at}/field`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { context, page }
}

const become = (context: BrowserContext, person: Person, at = address) =>
  context.addCookies([{ name: 'gongzhi_session', value: person.token, url: at }])

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.GONGZHI_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

const name = () => task.projectName ?? task.subjectName
const row = (id: string) => {
  const found = task.rows.find((one) => one.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}
/** Rows whose level is judged by its visible signs. */
const judged = () => task.rows.filter(({ rubric }) => rubric.length > 0).map(({ id }) => id)
const card = (page: Page, id: string) => page.locator(`[id="row-${id}"]`)
const head = (page: Page, id: string) => card(page, id).getByRole('button', { expanded: false })

async function openTask(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name()) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: name() }).waitFor()
}

async function grade(page: Page, id: string, level: string): Promise<void> {
  if ((await head(page, id).count()) > 0) await head(page, id).click()
  await card(page, id)
    .getByRole('radio', { name: new RegExp(`^${level}`) })
    .check()
}

async function sign(page: Page, who: string): Promise<void> {
  await page.getByLabel('单位或身份').fill(who)
  await page.getByRole('button', { name: '添加' }).click()
  await page.getByRole('button', { name: `签名 ${who}` }).click()
  const box = await page.getByRole('img', { name: new RegExp(`${who}的签名区`) }).boundingBox()
  if (!box) throw new Error('no room to sign')
  await page.mouse.move(box.x + 60, box.y + 120)
  await page.mouse.down()
  for (const [dx, dy] of [
    [110, 60],
    [160, 160],
    [220, 80],
    [280, 150],
  ] as const)
    await page.mouse.move(box.x + dx, box.y + dy, { steps: 4 })
  await page.mouse.up()
  await shot(page, 'field-signature')
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByRole('img', { name: `${who}的签名` }).waitFor()
}

const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await app.database.pool.query<T>(text, values)).rows

const versionsOf = async (id: string): Promise<number> => {
  const [found] = await sql<{ count: number }>(
    `SELECT count(*)::integer AS count FROM grading.grade_version v JOIN grading.grade g ON g.id = v.grade_id
      WHERE g.task_id = $1 AND g.indicator = $2`,
    [task.id, id],
  )
  return found?.count ?? 0
}

/** Pictures and signatures that the telephone has written down. */
const filesKept = (page: Page): Promise<number> =>
  page.evaluate(async (database) => {
    const opened = indexedDB.open(database)
    await new Promise((resolve) => {
      opened.onsuccess = resolve
    })
    const counted = opened.result.transaction('files').objectStore('files').count()
    await new Promise((resolve) => {
      counted.onsuccess = resolve
    })
    opened.result.close()
    return counted.result
  }, `gongzhi-field-${grader.id}`)

let first: Phone
let second: Phone

test('a telephone that was prepared grades without a network: photo, signature and grades outlive a reload', async () => {
  first = await phone(grader)
  const { page, context } = first
  await page
    .getByRole('link', { name: new RegExp(name()) })
    .first()
    .waitFor()
  await shot(page, 'field-tasks')
  await expectAccessible(page)
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByText('可离线使用。').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()

  await context.setOffline(true)
  await page.reload()
  await page
    .getByRole('status')
    .getByText(/^离线/)
    .or(page.getByText(/离线 · 0/))
    .first()
    .waitFor()
  await openTask(page)
  const [one = '', two = ''] = judged()
  await grade(page, one, '良')
  await card(page, one).getByLabel('评语').fill('楼道整洁，北侧有少量堆物')
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#5a8f69' } })
    .jpeg()
    .toBuffer()
  await card(page, one)
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo })
  await card(page, one).getByText('北纬 40.6571，东经 109.8405').waitFor()
  await shot(page, 'field-row')
  await expectAccessible(page)
  await grade(page, two, '中')
  await grade(page, two, '优')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText(`已撤销对 ${two} 的更改。`).waitFor()
  expect(await card(page, two).getByRole('radio', { name: /^中/ }).isChecked()).toBe(true)
  await sign(page, '业主委员会')
  await page.getByText('离线 · 2 条待发送').waitFor()
  await expect.poll(() => filesKept(page)).toBe(2)

  await page.reload()
  await page.getByRole('img', { name: '业主委员会的签名' }).waitFor()
  await card(page, one).getByText('良 · 1 张照片').waitFor()
  await head(page, one).click()
  expect(await card(page, one).getByLabel('评语').inputValue()).toBe('楼道整洁，北侧有少量堆物')
  await page.getByText('离线 · 2 条待发送').waitFor()
  expect(await versionsOf(two)).toBe(0)
})

test('back in the network everything goes out once, however often it is asked for; what another telephone graded meanwhile is shown beside it', async () => {
  const [one = '', two = ''] = judged()
  second = await phone(grader)
  await openTask(second.page)
  await grade(second.page, one, '优')
  await second.page.getByText('已同步', { exact: true }).first().waitFor()
  await expect.poll(() => versionsOf(one)).toBe(1)

  const { page, context } = first
  await page.getByRole('link', { name: '任务' }).click()
  await context.setOffline(false)
  const now = page.getByRole('button', { name: /同步/ })
  await now.click()
  await now.click()
  await page.getByText('1 条需处理').first().waitFor()
  await shot(page, 'field-tasks-conflict')
  expect([await versionsOf(one), await versionsOf(two)]).toEqual([1, 1])
  await openTask(page)
  await head(page, one).click()
  const conflict = card(page, one).getByRole('alert')
  await conflict.getByText('我（另一台设备）').waitFor()
  expect(await conflict.locator('strong').allInnerTexts()).toEqual(['良', '优'])
  await conflict.scrollIntoViewIfNeeded()
  await shot(page, 'field-conflict')
  await expectAccessible(page)
  await conflict.getByRole('button', { name: '用我的' }).click()
  await page.getByText('已同步', { exact: true }).first().waitFor()
  await expect.poll(() => versionsOf(one)).toBe(2)
  const [kept] = await sql(
    'SELECT named, comment, cardinality(document_ids) AS photos, latitude::text FROM grading.grade WHERE task_id = $1 AND indicator = $2',
    [task.id, one],
  )
  expect(kept).toMatchObject({
    named: '良',
    comment: '楼道整洁，北侧有少量堆物',
    photos: 1,
    latitude: '40.6571',
  })
})

test('leaving with unsent work warns; another account on the telephone neither sees nor sends it', async () => {
  const [, , three = ''] = judged()
  const { page, context } = second
  await context.setOffline(true)
  await grade(page, three, '差')
  await page.getByText('离线 · 1 条待发送').waitFor()
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText(/还有 1 条没有发送。退出后仍留在本机/).waitFor()
  await shot(page, 'field-leaving')
  await page.getByRole('button', { name: '关闭' }).click()

  await become(context, other)
  await context.setOffline(false)
  await page.getByText(/本机已换成别的账号登录/).waitFor()
  expect(await versionsOf(three)).toBe(0)
  await page.goto(`${address}/field`)
  await page.getByText('已同步', { exact: true }).first().waitFor()
  expect(await page.getByText('待发送').count()).toBe(0)

  await become(context, grader)
  await page.goto(`${address}/field`)
  await expect.poll(() => versionsOf(three)).toBe(1)
  await context.close()
})

test('a computed value is taken over with one touch and departed from with a reason; the task is handed in once with those present', async () => {
  const { page } = first
  const graded = judged().slice(0, 3)
  const computed = task.rows.find(
    ({ proposals, shape }) => proposals[0]?.provenance === 'computed' && shape === 'yes-no',
  )
  if (!computed) throw new Error('nothing was computed')
  const rest = task.rows.filter(({ id }) => ![...graded, computed.id].includes(id))
  await send(grader, ...rest.map(({ id }) => gradeOf(task.id, id, '', fitting(task, row(id)))))
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText(/项没有评完，已为您打开/).waitFor()
  await page.getByRole('link', { name: '任务' }).click()
  await page.getByRole('button', { name: /同步/ }).click()
  await page.getByText(`还有 1 项未评，共 ${task.rows.length} 项`).first().waitFor()
  await openTask(page)
  await page.getByRole('button', { name: '下一项' }).click()
  const at = card(page, computed.id)
  await at.getByRole('button', { name: '采用' }).click()
  await at.getByText('已采用').waitFor()
  await at.getByRole('radio', { checked: false, name: /^[是否]$/ }).check()
  await at.getByText('与参考值不同：请写明调整理由，至少 4 个字。').waitFor()
  await shot(page, 'field-override')
  await expectAccessible(page)
  await at.getByLabel('调整理由（至少 4 个字）').fill('现场核对与登记不符')
  await expect.poll(() => versionsOf(computed.id), { timeout: 10_000 }).toBe(1)
  await page.getByText(`${task.rows.length} 项都已评完`).first().waitFor()
  await page.getByRole('button', { name: '提交' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`共 ${task.rows.length} 项；在场 1 人，已签名 1 人。`).waitFor()
  await shot(page, 'field-submit')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '提交' }).click()
  await page.getByText('本任务已提交，不能再改。').waitFor()
  await shot(page, 'field-submitted')
  const [handed] = await sql<{ state: string; attendance: { who: string; signatureDocumentId: string }[] }>(
    'SELECT state, attendance FROM grading.task WHERE id = $1',
    [task.id],
  )
  expect(handed).toMatchObject({ state: 'submitted', attendance: [{ who: '业主委员会' }] })
  const documents = await sql('SELECT id FROM documents.document')
  expect(documents.length).toBe(2)
  await first.context.close()
})

test('without HTTPS the page says that it needs a network, and works with one; in English too', async () => {
  const { page, context } = await phone(other, plainAddress)
  await page
    .getByText(/^离线不可用/)
    .first()
    .waitFor()
  await page
    .getByRole('link', { name: /小区|家园|花园/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Offline use unavailable: open the page over HTTPS.').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await shot(page, 'field-plain-english')
  await context.close()
  expect(problems).toEqual([])
})
