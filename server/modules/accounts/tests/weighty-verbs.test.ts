import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueStars } from '../../../../contracts/archives/staff.ts'
import type { Endpoint } from '../../../../contracts/endpoint.ts'
import { settleDecision } from '../../../../contracts/findings/staff.ts'
import { assignAppeal } from '../../../../contracts/publicity/appeals.ts'
import { settleEdition } from '../../../../contracts/standards/editions.ts'
import { enrolled, type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'

let app: TestApp
let official: Person
beforeAll(async () => {
  app = await testApp()
  official = await app.person({ role: 'city-official', placeId: app.cityId })
})
afterAll(() => app.close())

const ask = async (person: Person, endpoint: Endpoint) =>
  (await person.call(endpoint, { params: { id: randomUUID() }, body: {} })).body

test.each([
  ['认定与决定', settleDecision],
  ['评价标准批准', settleEdition],
  ['申诉指派', assignAppeal],
  ['星级证书', issueStars],
] as [string, Endpoint][])(
  '%s asks for a second factor first (GB/T 22239-2019 8.1.4.1)',
  async (_, endpoint) => {
    expect(await ask(official, endpoint)).toMatchObject({ code: 'accounts.second-factor-needed' })
    const proved = await enrolled(
      await app.person({ role: 'city-official', placeId: app.cityId }),
      app.context.clock,
    )
    expect(await ask(proved, endpoint)).not.toMatchObject({ code: 'accounts.second-factor-needed' })
  },
)
