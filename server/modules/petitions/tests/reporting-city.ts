import { randomUUID } from 'node:crypto'
import { movedClock, type MovedClock } from '../../../platform/testing/moved-clock.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import type { AppOptions } from '../../../app.ts'
import type { TextMessage } from '../../notices/index.ts'
import { bodySheet } from '../../organisations/actions/record-bodies.ts'
import { contractSheet } from '../../organisations/actions/record-contracts.ts'
import { enterpriseSheet } from '../../organisations/actions/record-enterprises.ts'
import {
  communities,
  compoundCode,
  district,
  layGround,
  record,
  street,
  testUscc,
} from '../../organisations/tests/ground.ts'

/** A district, a street and two communities of two compounds each; the first compound has a firm, the second had one. */
export interface ReportingCity {
  app: TestApp
  clock: MovedClock
  bureau: Person
  /** By code. */
  places: ReadonlyMap<string, string>
  firmId: string
  texts: TextMessage[]
  /** The compound that the firm serves. */
  served: string
  /** Its contract has ended. */
  left: string
  /** Nobody ever served it. */
  unserved: string
}

export async function reportingCity(settings: Partial<AppOptions> = {}): Promise<ReportingCity> {
  const clock = movedClock('2026-11-23T09:00:00+08:00')
  const texts: TextMessage[] = []
  const app = await testApp({
    clock,
    settings: {
      texter: { send: async (one) => void texts.push(one) },
      address: 'https://gz.example.cn',
      ...settings,
    },
  })
  await app.http.ready()
  const bureau = await app.person({ role: 'city-official', placeId: app.cityId })
  await layGround(bureau, 2)
  const firm = {
    uscc: testUscc(1),
    name: '测试物业有限公司',
    kind: 'enterprise',
    seat: district,
    validFrom: '2020-01-01',
  }
  await record(bureau, enterpriseSheet, [firm])
  const contract = (compound: string, to: string | null) => ({
    uscc: firm.uscc,
    compound,
    number: `合同${compound}`,
    from: '2024-01-01',
    to,
  })
  await record(bureau, contractSheet, [
    contract(compoundCode(0, 1), null),
    contract(compoundCode(0, 2), '2026-06-30'),
  ])
  await record(bureau, bodySheet, [
    { kind: 'department', name: '测试综合执法局', uscc: null, place: district, validFrom: '2020-01-01' },
  ])
  const { rows } = await app.database.pool.query<{ code: string; id: string }>(
    'SELECT code, id FROM organisations.place',
  )
  const places = new Map(rows.map(({ code, id }) => [code, id]))
  const { rows: bodies } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM organisations.body WHERE uscc = $1',
    [firm.uscc],
  )
  const at = (code: string) => places.get(code) as string
  return {
    app,
    clock,
    bureau,
    places,
    firmId: bodies[0]?.id as string,
    texts,
    served: at(compoundCode(0, 1)),
    left: at(compoundCode(0, 2)),
    unserved: at(compoundCode(1, 1)),
  }
}

export { communities, district, street }

/** A claim as a phone sends it. */
export const filing = (placeId: string, more: object = {}) => ({
  key: randomUUID(),
  category: '0105',
  placeId,
  content: '三单元楼道灯不亮，晚上看不清台阶。',
  ...more,
})
