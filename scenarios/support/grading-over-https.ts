import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import type { GradingTask } from '../../contracts/grading/staff.ts'
import { advanceTo, openAndScore, smallCity } from '../../server/modules/evaluation/testing/small-city.ts'
import { drawn, tasksOf } from '../../server/modules/grading/tests/graded-city.ts'
import { type Person, type TestApp, testApp } from '../../server/platform/testing/app.ts'
import { startBrowser } from '../../server/platform/testing/browser.ts'
import { movableClock } from '../../server/platform/clock/movable-clock.ts'
import { ownCertificate } from './own-certificate.ts'

export interface GradingSite {
  app: TestApp
  browser: Browser
  address: string
  /** The same server without HTTPS, under a name that browsers do not trust as they trust this machine's own. */
  plainAddress: string
  grader: Person
  /** Another of the evaluation group. */
  other: Person
  /** Of the grader, who is its first. */
  task: GradingTask
  close(): Promise<void>
}

/** A small city whose round is being graded, served over HTTPS, and a browser that believes its certificate. */
export async function gradingOverHttps(): Promise<GradingSite> {
  const { tls, trusted } = await ownCertificate()
  const clock = movableClock('2026-11-02T09:00:00+08:00')
  const app = await testApp({ clock, settings: { tls } })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const plain = createServer((request, answer) => app.http.routing(request, answer))
  await new Promise<void>((listening) => plain.listen(0, '127.0.0.1', listening))
  const browser = await startBrowser([trusted, '--host-resolver-rules=MAP plain.test 127.0.0.1'])

  const city = await smallCity(app)
  const bureau = city.people.city
  const roundId = await openAndScore(app, bureau)
  await advanceTo(app, clock, { bureau, roundId }, 'self-report')
  await drawn({ app, clock, city, roundId, bureau })
  await advanceTo(app, clock, { bureau, roundId }, 'grading')
  const [grader, other] = city.evaluators
  if (!grader || !other) throw new Error('nobody to grade')
  const task = (await tasksOf(grader)).find(({ second }) => !second)
  if (!task) throw new Error('nothing to grade')
  return {
    app,
    browser,
    address: `https://127.0.0.1:${portOf(app.http.server)}`,
    plainAddress: `http://plain.test:${portOf(plain)}`,
    grader,
    other,
    task,
    async close() {
      await browser.close()
      plain.close()
      plain.closeAllConnections()
      await app.close()
    },
  }
}

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port
