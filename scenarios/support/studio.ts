import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { City } from '../../faults/city/city.ts'
import { startBrowser } from '../../server/platform/testing/browser.ts'
import { type Picture, type PictureName, pictures } from './pictures.ts'

const heaviest = 150_000

/** Where the pictures of the guides are taken: a browser in which anybody of the demonstration city may sit. */
export interface Studio {
  /** A person's page; null is somebody who has not signed in. */
  desk(account: string | null, path: string): Promise<Page>
  phone(account: string | null, path: string): Promise<Page>
  /** Takes what the page shows now, once it has its heading and nothing went wrong. */
  take(page: Page, name: PictureName): Promise<void>
  readonly taken: ReadonlySet<PictureName>
  close(): Promise<void>
}

/** Pictures go into GONGZHI_PICTURES, or where nobody keeps them. */
export async function openStudio(city: City): Promise<Studio> {
  const chosen = process.env.GONGZHI_PICTURES
  const folder = chosen ? resolve(chosen) : mkdtempSync(join(tmpdir(), 'gongzhi-pictures-'))
  mkdirSync(folder, { recursive: true })
  const browser = await startBrowser()
  const taken = new Set<PictureName>()
  const problems: string[] = []
  const opened = async (context: BrowserContext, account: string | null, path: string): Promise<Page> => {
    const base = city.server.address
    if (account) {
      const [name = '', value = ''] = (await city.person(account)).cookie.split('=')
      await context.addCookies([{ name, value, url: base }])
    }
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (fault) => problems.push(String(fault)))
    page.on('response', (answer) => {
      if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
    })
    await page.goto(base + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    return page
  }
  return {
    desk: async (account, path) => await opened(await contextOf(browser, 1280), account, path),
    phone: async (account, path) => await opened(await contextOf(browser, 390), account, path),
    async take(page, name) {
      const picture: Picture = pictures[name]
      await page.setViewportSize(sizeOf(picture))
      await expectSound(page, picture)
      expect(problems).toEqual([])
      const file = await squeezed(await page.screenshot({ animations: 'disabled' }))
      expect(file.length, `${name} is too heavy`).toBeLessThanOrEqual(heaviest)
      writeFileSync(join(folder, `${name}.webp`), file)
      taken.add(name)
    },
    taken,
    close: () => browser.close(),
  }
}

const sizeOf = ({ width, height }: Picture) => ({ width, height: height ?? (width === 390 ? 844 : 800) })

const contextOf = (browser: Browser, width: 1280 | 390): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 800 },
    hasTouch: width === 390,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['geolocation'],
    geolocation: { latitude: 40.6571, longitude: 109.8405 },
  })

/** The page is whole: its heading stands, nothing still loads, no fault is told, nothing reaches over the edge. */
async function expectSound(page: Page, { heading }: Picture): Promise<void> {
  await page.getByRole('heading', { name: heading }).first().waitFor()
  await expect.poll(() => page.locator('.ant-skeleton:visible, .ant-spin-spinning:visible').count()).toBe(0)
  await page.evaluate(() => document.fonts.ready)
  expect(await page.locator('.gz-state-error, .gz-state[role=alert], .note.wrong').count()).toBe(0)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}

const squeezed = (screenshot: Buffer): Promise<Buffer> =>
  sharp(screenshot).webp({ quality: 84, effort: 6, smartSubsample: true }).toBuffer()
