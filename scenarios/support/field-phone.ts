import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Person } from '../../server/platform/testing/app.ts'

/** A telephone on which somebody is signed in and looks at the tasks to be graded on site. */
export interface Phone {
  context: BrowserContext
  page: Page
}

/** @param problems hears of every fault in the page and in the server's answers */
export async function fieldPhone(
  browser: Browser,
  { person, address, problems }: { person: Person; address: string; problems: string[] },
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    // For what a test passes on by itself; the browser's own requests are trusted by a flag.
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    geolocation: { latitude: 40.6571, longitude: 109.8405 },
    permissions: address.startsWith('https') ? ['geolocation'] : [],
  })
  await become(context, person, address)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(`${address}/field`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { context, page }
}

/** Whoever is signed in on the telephone from now on. */
export const become = (context: BrowserContext, person: Person, address: string): Promise<void> =>
  context.addCookies([{ name: 'gongzhi_session', value: person.token, url: address }])

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.GONGZHI_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

export const card = (page: Page, row: string): Locator => page.locator(`[id="row-${row}"]`)
export const closedCard = (page: Page, row: string): Locator =>
  card(page, row).getByRole('button', { expanded: false })

/** The page has been kept whole for the time without a network. */
export const offlineReady = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(
          async () =>
            (await navigator.serviceWorker.getRegistration('/field'))?.active?.state === 'activated',
        ),
      { timeout: 60_000 },
    )
    .toBe(true)

export async function openTask(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name: new RegExp(name) })
  await link.first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export async function grade(page: Page, row: string, level: string): Promise<void> {
  if ((await closedCard(page, row).count()) > 0) await closedCard(page, row).click()
  const choice = card(page, row).getByRole('radio', { name: new RegExp(`^${level}`) })
  await choice.check()
}

export async function photograph(page: Page, row: string): Promise<void> {
  const photo = sharp({ create: { width: 640, height: 480, channels: 3, background: '#5a8f69' } })
  const buffer = await photo.jpeg().toBuffer()
  const camera = card(page, row).locator('input[type=file]')
  await camera.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
}

const stroke = [
  [110, 60],
  [160, 160],
  [220, 80],
  [280, 150],
] as const

/** Somebody present is named and signs on the screen. @param onSigned with the signature drawn, before it is taken over */
export async function sign(page: Page, who: string, onSigned?: () => Promise<void>): Promise<void> {
  await page.getByLabel('单位或身份').fill(who)
  await page.getByRole('button', { name: '添加' }).click()
  await page.getByRole('button', { name: `签名 ${who}` }).click()
  const box = await page.getByRole('img', { name: new RegExp(`${who}的签名区`) }).boundingBox()
  if (!box) throw new Error('no room to sign')
  await page.mouse.move(box.x + 60, box.y + 120)
  await page.mouse.down()
  for (const [dx, dy] of stroke) await page.mouse.move(box.x + dx, box.y + dy, { steps: 4 })
  await page.mouse.up()
  await shot(page, 'field-signature')
  await onSigned?.()
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByRole('img', { name: `${who}的签名` }).waitFor()
}

/** Pictures and signatures that the telephone has written down for an account. */
export const filesKept = (page: Page, accountId: string): Promise<number> =>
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
  }, `gongzhi-field-${accountId}`)
