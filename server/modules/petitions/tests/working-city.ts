import * as contract from '../../../../contracts/petitions/staff.ts'
import { fileForSomebody } from '../../../../contracts/petitions/filing.ts'
import type { Person } from '../../../platform/testing/app.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { communities, district, filing, type ReportingCity, reportingCity, street } from './reporting-city.ts'

/** The reporting city with somebody in each office, at the firm, and at a department. */
export interface WorkingCity extends ReportingCity {
  departmentId: string
  people: Record<
    'district' | 'street' | 'community' | 'elsewhere' | 'firm' | 'head' | 'department' | 'auditor',
    Person
  >
}

export async function workingCity(): Promise<WorkingCity> {
  const city = await reportingCity()
  return { ...city, ...(await staffOf(city)) }
}

/** Hours go by, and everybody signs in again. */
export async function later(city: WorkingCity, hours: number): Promise<void> {
  city.clock.moveBy(hours)
  const bureau = await city.app.person({ role: 'city-official', placeId: city.app.cityId })
  Object.assign(city, { bureau }, await staffOf(city))
}

async function staffOf(city: ReportingCity): Promise<Pick<WorkingCity, 'departmentId' | 'people'>> {
  const { app, places, served, firmId } = city
  const at = (code: string) => places.get(code) as string
  const { rows } = await app.database.pool.query<{ id: string }>(
    "SELECT id FROM organisations.body WHERE kind = 'department' LIMIT 1",
  )
  const departmentId = rows[0]?.id as string
  const [near, far] = communities as [string, string]
  const people = {
    district: await app.person({ role: 'district-official', placeId: at(district) }),
    street: await app.person({ role: 'street-official', placeId: at(street) }),
    community: await app.person({ role: 'community-official', placeId: at(near) }),
    elsewhere: await app.person({ role: 'community-official', placeId: at(far) }),
    firm: await app.person({ role: 'enterprise', bodyId: firmId }),
    head: await app.person({ role: 'project-head', placeId: served }),
    department: await app.person({ role: 'enforcement', bodyId: departmentId }),
    auditor: await app.person({ role: 'auditor', placeId: app.cityId }),
  }
  return { departmentId, people }
}

export const photo = async ({ app }: Pick<WorkingCity, 'app'>, person: Person): Promise<string> =>
  (await sendFile(app, person, { bytes: await made.photo(), name: '现场.jpg' })).body.id

/** Filed at the community's counter. @returns its id */
export async function filed(
  city: WorkingCity,
  more: object = {},
  person = city.people.community,
): Promise<string> {
  const { status, body } = await person.call(fileForSomebody, {
    body: { ...filing(city.served), reporterName: '测试甲', reporterPhone: '13800138000', ...more },
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

/** Signed, handled and answered with a photo by the firm. */
export async function answered(city: WorkingCity, more: object = {}): Promise<string> {
  const id = await filed(city, more)
  const { firm } = city.people
  const params = { id }
  await firm.call(contract.signClaim, { params, body: {} })
  await firm.call(contract.handleClaim, { params, body: { plan: '安排电工更换灯具' } })
  const body = {
    outcome: 'solved' as const,
    answer: '楼道灯已更换，恢复照明。',
    documentIds: [await photo(city, firm)],
  }
  const { status, body: said } = await firm.call(contract.answerClaim, { params, body })
  if (status !== 200) throw new Error(JSON.stringify(said))
  return id
}

export const satisfied = { responded: true, solved: true, satisfied: true }
export const unsatisfied = { responded: true, solved: false, satisfied: false }
