import { bodySheet } from '../../organisations/actions/record-bodies.ts'
import { committeeSheet } from '../../organisations/actions/record-committees.ts'
import { compoundSheet } from '../../organisations/actions/record-compounds.ts'
import { contractSheet } from '../../organisations/actions/record-contracts.ts'
import { enterpriseSheet } from '../../organisations/actions/record-enterprises.ts'
import { placeSheet } from '../../organisations/actions/record-places.ts'
import { postSheet } from '../../organisations/actions/record-posts.ts'
import { staffSheet } from '../../organisations/actions/record-staffing.ts'
import { compoundCells, record, testUscc } from '../../organisations/tests/ground.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import type { Cell, SheetKind } from '../../sheet-kind.ts'
import { organisationSheet } from '../actions/record-organisations.ts'
import { coverageSheet } from '../actions/record-coverage.ts'

type Cells = Record<string, Cell>

/** Repeatable chance. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    chance: (p: number) => next() < p,
    upTo: (n: number) => Math.floor(next() * n),
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  }
}

export interface Size {
  districts: number
  compoundsEach: number
  enterprises: number
}

/** Everything that both modules record, by their sheets, in batches of a thousand. @returns seconds for each sheet */
export async function generateCity(
  app: TestApp,
  size: Size,
  seed = 7,
): Promise<Record<string, { rows: number; seconds: number }>> {
  const city = await app.person(
    { role: 'city-official', placeId: app.cityId },
    { role: 'party-department', placeId: app.cityId },
  )
  const spent: Record<string, { rows: number; seconds: number }> = {}
  for (const [kind, cells] of sheetsOf(size, seed)) {
    const started = performance.now()
    for (let i = 0; i < cells.length; i += 1000) await record(city, kind, cells.slice(i, i + 1000))
    spent[kind.name] = { rows: cells.length, seconds: (performance.now() - started) / 1000 }
  }
  await app.database.pool.query('ANALYZE')
  return spent
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
const limits = { limit: () => '3' }

function sheetsOf(size: Size, seed: number): [SheetKind, Cells[]][] {
  const d = dice(seed)
  const places: Cells[] = []
  const compounds: Cells[] = []
  const bodies: Cells[] = []
  const enterprises: Cells[] = []
  const contracts: Cells[] = []
  const committees: Cells[] = []
  const posts: Cells[] = []
  const staff: Cells[] = []
  const organisations: Cells[] = []
  const coverage: Cells[] = []
  const place = (code: string, kind: string, parent: string, inBuiltUpArea = true) =>
    places.push({ code, name: `演示${code}`, kind, parent, inBuiltUpArea, validFrom: '2020-01-01' })
  let nth = 0
  const phone = () => `138${pad(++nth, 8)}`
  const someone = () => ({ name: `${d.of(['赵', '钱', '孙', '李'])}演${d.upTo(500)}`, phone: phone() })
  const post = (body: string, role: string, more: Cells = {}) => {
    const status = d.of([null, 'member', 'member', 'activist', 'no'])
    posts.push({
      body,
      compound: null,
      ...someone(),
      role,
      from: '2024-03-01',
      to: d.chance(0.1) ? '2025-06-30' : null,
      partyStatus: status,
      attestedBy: status && '演示党委',
      attestedOn: status && '2025-01-01',
      ...more,
    })
  }
  for (let e = 1; e <= size.enterprises; e++) {
    enterprises.push({
      uscc: testUscc(e),
      name: `演示物业${e}`,
      kind: e % 15 === 0 ? 'other-manager' : 'enterprise',
      seat: '150201000000',
      validFrom: '2015-01-01',
    })
    if (d.chance(0.4))
      organisations.push({
        name: `演示物业${e}党支部`,
        place: '150201000000',
        form: d.of(['own', 'joint']),
        body: testUscc(e),
        compound: null,
        formalMembers: 3 + d.upTo(5),
        foundedOn: '2022-01-01',
        to: null,
      })
    else if (d.chance(0.3))
      coverage.push({
        body: testUscc(e),
        compound: null,
        how: 'instructor',
        organisation: null,
        organisationPlace: null,
        instructor: '演指导',
        phone: phone(),
        from: '2023-01-01',
        to: null,
      })
  }
  for (let a = 1; a <= size.districts; a++) {
    const district = `15020${a}000000`
    place(district, 'district', '150200000000')
    bodies.push({
      kind: 'department',
      name: `演示住建局${a}`,
      uscc: null,
      place: district,
      validFrom: '2020-01-01',
    })
    for (let s = 0; s < d.upTo(5); s++) post(district, 'industry-party-staff')
    for (let c = 0; c < size.compoundsEach; c++) {
      const street = `15020${a}${pad(1 + Math.floor(c / 60), 3)}000`
      const community = `${street.slice(0, 9)}${pad(1 + (Math.floor(c / 12) % 5), 3)}`
      if (c % 60 === 0) place(street, 'street', district)
      const first = c % 12 === 0
      if (first) {
        place(community, 'community', street, !d.chance(0.1))
        bodies.push({
          kind: 'residents-committee',
          name: `居委会${community}`,
          uscc: null,
          place: community,
          validFrom: '2020-01-01',
        })
      }
      const code = `${community}-${pad(1 + (c % 12), 4)}`
      const type = d.of(['existing', 'old', 'other'])
      compounds.push({
        ...compoundCells(community, `演示${code}`),
        code,
        type,
        enclosure: d.of(['closed', 'semi-closed', 'open']),
        renovatedOn: type === 'old' && d.chance(0.6) ? '2023-09-01' : null,
        committeeImpossible: d.chance(0.1) ? '入住率不足' : null,
        managementMode: d.of(['enterprise', 'enterprise', 'self']),
      })
      compoundRecords(code, community)
    }
  }
  function compoundRecords(code: string, community: string) {
    const provider = testUscc(1 + d.upTo(size.enterprises))
    const served = d.chance(0.8)
    const head = someone()
    if (served) {
      contracts.push({
        uscc: provider,
        compound: code,
        number: `WY-${code}`,
        from: '2023-01-01',
        to: d.chance(0.15) ? '2025-11-30' : null,
      })
      if (d.chance(0.9)) post(provider, 'project-head', { compound: code, ...head, to: null })
      if (d.chance(0.3)) post(community, 'community-part-time-member', { ...head, to: null })
      for (const kind of ['security', 'cleaning', 'greening'] as const)
        if (d.chance(0.9))
          staff.push({ compound: code, kind, contracted: d.upTo(6), actual: d.upTo(7), asOf: '2025-10-01' })
      if (d.chance(0.5)) {
        const name = `项目党支部${code}`
        organisations.push({
          name,
          place: community,
          form: 'own',
          body: provider,
          compound: code,
          formalMembers: 4,
          foundedOn: '2023-06-01',
          to: d.chance(0.1) ? '2025-03-01' : null,
        })
      } else if (d.chance(1 / 2))
        coverage.push({
          body: null,
          compound: code,
          how: 'instructor',
          organisation: null,
          organisationPlace: null,
          instructor: '演指导',
          phone: phone(),
          from: '2023-01-01',
          to: null,
        })
    }
    if (!d.chance(0.7)) return
    const electedOn = d.of(['2022-05-01', '2025-04-01'])
    committees.push({
      compound: code,
      name: `业委会${code}`,
      kind: d.of(['owners-committee', 'owners-committee', 'property-management-committee']),
      seats: 5,
      electedOn,
      filedOn: d.chance(0.9) ? electedOn : null,
      renewal: false,
      termEndsOn: null,
    })
    const sits = electedOn < '2024-01-01' ? '2024-03-01' : '2025-04-01'
    const chair = someone()
    post(code, 'committee-chair', { ...chair, from: sits })
    for (let m = 0; m < 4; m++) post(code, 'committee-member', { from: sits })
    if (d.chance(0.3)) post(community, 'community-part-time-member', { ...chair, to: null })
    if (d.chance(0.3)) {
      post(code, 'committee-party-member', { ...chair, from: sits })
      post(community, 'grid-party-member', { ...chair, to: null })
    }
    if (d.chance(0.5))
      organisations.push({
        name: `业委会党支部${code}`,
        place: community,
        form: 'joint',
        body: code,
        compound: null,
        formalMembers: 2,
        foundedOn: electedOn === '2025-04-01' ? d.of(['2025-04-20', '2025-11-20']) : '2022-06-01',
        to: null,
      })
  }
  return [
    [placeSheet, places],
    [compoundSheet, compounds],
    [bodySheet, bodies],
    [enterpriseSheet, enterprises],
    [contractSheet, contracts],
    [committeeSheet, committees],
    [postSheet, posts],
    [staffSheet, staff],
    [organisationSheet(limits), organisations],
    [coverageSheet, coverage],
  ]
}
