import { city } from '../../server/app.ts'
import { fictitiousUscc } from '../fictitious-codes.ts'
import type { Compound, DemoCity, Election, Enterprise } from '../ground/model.ts'
import { mark } from '../names.ts'
import type { Cells } from './cells.ts'

const recordBegan = '2020-01-01'
export const associationUscc = fictitiousUscc('51', 1)
/** By which an account of the district's enforcement bureau is made. */
export const enforcementUscc = (district: string): string =>
  fictitiousUscc('11', Number(district.slice(1, 6)))

export const placeRows = ({ divisions }: DemoCity): Cells[] =>
  divisions.map(({ code, name, kind, parent, inBuiltUpArea }) => ({
    code,
    name,
    kind,
    parent,
    inBuiltUpArea,
    validFrom: recordBegan,
  }))

export const compoundRows = ({ compounds }: DemoCity): Cells[] =>
  compounds.map((c) => ({
    community: c.community.code,
    name: c.name,
    code: c.code,
    type: c.type,
    managementMode: c.mode,
    households: c.households,
    buildings: c.buildings,
    area: c.area,
    enclosure: c.enclosure,
    renovatedOn: c.renovatedOn,
    committeeImpossible: c.committeeImpossible,
    validFrom: c.validFrom,
    distinct: null,
  }))

/** 主管部门, 行业协会 and the 居委会 of every community that has compounds. */
export function bodyRows({ offices, industryStaff }: DemoCity): Cells[] {
  const body = (kind: string, name: string, place: string, uscc: string | null = null): Cells => ({
    kind,
    name: `${name}${mark}`,
    uscc,
    place,
    validFrom: recordBegan,
  })
  return [
    body('department', '市住房和城乡建设局', city.code),
    body('association', '市物业管理协会', city.code, associationUscc),
    ...industryStaff.map(({ district }) =>
      body('department', `${district.name}住房和城乡建设局`, district.code),
    ),
    // 6.4.4: unlawful building and the like are theirs.
    ...industryStaff.map(({ district }) =>
      body('department', `${district.name}综合行政执法局`, district.code, enforcementUscc(district.code)),
    ),
    ...offices.map(({ community }) => body('residents-committee', community.name, community.code)),
  ]
}

export function enterpriseRows({ enterprises, otherManagers }: DemoCity): Cells[] {
  const row =
    (kind: string) =>
    ({ uscc, name, seat, foundedOn }: Enterprise): Cells => ({
      uscc,
      name,
      kind,
      seat,
      validFrom: foundedOn,
    })
  return [...enterprises.map(row('enterprise')), ...otherManagers.map(row('other-manager'))]
}

export const contractRows = ({ compounds }: DemoCity): Cells[] =>
  compounds.flatMap((c) =>
    c.services.map(({ enterprise, number, from, to }) => ({
      uscc: enterprise.uscc,
      compound: c.code,
      number,
      from,
      to,
    })),
  )

/** An earlier term comes before the one that renewed it. */
export const committeeRows = ({ compounds }: DemoCity): Cells[] =>
  compounds.flatMap((c) =>
    [c.earlierElection, c.committee?.election].flatMap((e) => (e ? [election(c, e)] : [])),
  )

const election = (
  c: Compound,
  { kind, name, seats, electedOn, filedOn, renewal, termEndsOn }: Election,
): Cells => ({
  compound: c.code,
  name,
  kind,
  seats,
  electedOn,
  filedOn,
  renewal,
  termEndsOn,
})
