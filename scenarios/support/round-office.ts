import type { Browser, BrowserContext, Page } from 'playwright-core'
import {
  openAndScore,
  type SmallCity,
  smallCity,
  travel,
} from '../../server/modules/evaluation/testing/small-city.ts'
import { type Person, type TestApp, testApp } from '../../server/platform/testing/app.ts'
import { startBrowser } from '../../server/platform/testing/browser.ts'
import { type MovableClock, movableClock } from '../../server/platform/clock/movable-clock.ts'
import { ownCertificate } from './own-certificate.ts'

/** The whole server over HTTPS with a clock that the story moves, a small city, a scored round, and a browser. */
export interface RoundOffice {
  app: TestApp
  clock: MovableClock
  city: SmallCity
  roundId: string
  base: string
  browser: Browser
  /** Faults that no step expects: page errors and answers of 500 and above. */
  problems: string[]
  /** A person's own browser at a desk. */
  deskOf(person: Person): Promise<Page>
  /** Somebody who has not signed in. */
  visitor(): Promise<Page>
  /** Asks the database itself. */
  sql<T extends object>(text: string, values?: unknown[]): Promise<T[]>
  /** Time passes, and everybody stays signed in. */
  goTo(day: string): Promise<void>
  close(): Promise<void>
}

export async function openRoundOffice(): Promise<RoundOffice> {
  const clock = movableClock('2026-03-02T09:00:00+08:00')
  const { tls, trusted } = await ownCertificate()
  const app = await testApp({ clock, settings: { tls, demo: true } })
  const base = await app.http.listen({ host: '127.0.0.1', port: 0 })
  const city = await smallCity(app)
  const roundId = await openAndScore(app, city.people.city)
  const browser = await startBrowser([trusted])
  const problems: string[] = []
  const contextOf = async (person: Person | null, viewport: { width: number; height: number }) => {
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
    })
    if (person) await context.addCookies([{ name: 'gongzhi_session', value: person.token, url: base }])
    return context
  }
  const pageOf = async (context: BrowserContext) => {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (fault) => problems.push(String(fault)))
    page.on('response', (answer) => {
      if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
    })
    return page
  }
  return {
    app,
    clock,
    city,
    roundId,
    base,
    browser,
    problems,
    deskOf: async (person) => await pageOf(await contextOf(person, { width: 1440, height: 900 })),
    visitor: async () => await pageOf(await contextOf(null, { width: 390, height: 844 })),
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await app.database.pool.query<T>(text, values)).rows,
    goTo: (day) => travel(app, clock, `${day}T09:00:00+08:00`),
    async close() {
      await browser.close()
      await app.close()
    },
  }
}
