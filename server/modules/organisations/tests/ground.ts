import { organisationCheckDigit, usccCheckDigit } from '../../../values/uscc.ts'
import type { Cell, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { perform } from '../../../access/action.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { defineSheetAction, type RecordedRows } from '../../sheet-action.ts'
import { placeSheet } from '../actions/record-places.ts'
import { compoundSheet } from '../actions/record-compounds.ts'

/** A well-formed unified social credit code for the nth enterprise of a test. */
export function testUscc(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  const first = `91150200${body}${organisationCheckDigit(body)}`
  return first + usccCheckDigit(first)
}

export const rowsOf = (cells: Record<string, Cell>[]): SheetRow[] =>
  cells.map((c, i) => ({ row: i + 2, cells: c }))

/** Records rows by a sheet as a person would. @throws the refusal with every fault */
export async function record(
  person: Person,
  kind: SheetKind,
  cells: Record<string, Cell>[],
): Promise<RecordedRows> {
  return await perform(await person.ctx(), defineSheetAction(kind), rowsOf(cells))
}

export const district = '150203000000'
export const street = '150203001000'
export const communities = ['150203001001', '150203001002']

export const compoundCells = (community: string, name: string) => ({
  community,
  name,
  code: null,
  type: 'existing',
  managementMode: 'enterprise',
  households: 600,
  buildings: 10,
  area: '60000',
  enclosure: 'closed',
  renovatedOn: null,
  committeeImpossible: null,
  validFrom: '2020-01-01',
  distinct: true,
})

/** One district, one street, two communities and `each` compounds in both, coded …-0001 and on. */
export async function layGround(city: Person, each: number): Promise<void> {
  const placeCells = (code: string, name: string, kind: string, parent: string) => ({
    code,
    name,
    kind,
    parent,
    inBuiltUpArea: true,
    validFrom: '2020-01-01',
  })
  await record(city, placeSheet, [
    placeCells(district, '昆都仑区', 'district', '150200000000'),
    placeCells(street, '少先路街道', 'street', district),
    ...communities.map((code, i) => placeCells(code, `第${i + 1}社区`, 'community', street)),
  ])
  const cells = communities.flatMap((code) =>
    Array.from({ length: each }, (_, i) => compoundCells(code, `演示${i + 1}号苑`)),
  )
  await record(city, compoundSheet, cells)
}

export const compoundCode = (community: number, n: number) =>
  `${communities[community]}-${String(n).padStart(4, '0')}`
