import { Fraction } from '../../values/fraction.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Located, type LocatedRow, type Parts } from '../parts.ts'
import type { Scheme, SchemeTable } from '../schema/schemes.ts'
import type { Path } from '../source-file.ts'

const OWNERS_SHARE: Partial<Record<SchemeTable['subject'], string>> = {
  compound: 'compoundOwnersShare',
  enterprise: 'enterpriseOwnersShare',
  locality: 'localityOwnersShare',
  district: 'districtOwnersShare',
}

/** The owners' share that the ruling on owners' weight (C10) gives a kind of subject: no table may have less. */
function ownersFloor(parts: Parts, table: SchemeTable): Fraction {
  const ruling = parts.rulings.find((r) => r.value.id === 'C10')
  const floor = ruling?.value.parameters[OWNERS_SHARE[table.subject] ?? '']
  return typeof floor === 'number' ? Fraction.of(floor) : Fraction.ZERO
}

/** Each table and variant sums to its points, each group to its own, and the owners' rows to their share. */
export function checkSums(parts: Parts): Fault[] {
  return parts.schemes.flatMap((scheme) =>
    scheme.value.tables.flatMap((table, i) => {
      const rows = parts.rows.filter((r) => r.edition === scheme.value.id && r.table === table.id)
      if (rows.length === 0) return []
      const faults = [...tableSums(scheme, table, ['tables', i], rows), ...rowGroups(table, rows)]
      const floor = ownersFloor(parts, table)
      if (Fraction.parse(table.ownersShare.points).compare(floor) < 0) {
        const params = { table: table.id, points: table.ownersShare.points, floor: floor.toDecimal() }
        faults.push(faultAt(scheme, ['tables', i, 'ownersShare'], 'owners-floor', params))
      }
      return faults
    }),
  )
}

function tableSums(scheme: Located<Scheme>, table: SchemeTable, path: Path, rows: LocatedRow[]): Fault[] {
  const faults: Fault[] = []
  const expect = (
    where: Path,
    code: string,
    sum: Fraction,
    points: string,
    params: Record<string, string>,
  ) => {
    if (sum.equals(Fraction.parse(points))) return
    faults.push(faultAt(scheme, [...path, ...where], code, { sum: sum.toDecimal(), points, ...params }))
  }
  const groupSum = sumOf(table.groups)
  expect(['groups'], 'groups-sum', groupSum, table.points, { table: table.id })
  for (const variant of table.variants.length > 0 ? table.variants : [null]) {
    const live = rows.map((r) => r.value).filter((r) => r.variant === null || r.variant === variant)
    const named = { table: table.id, variant: variant === null ? '' : `（${variant}）` }
    expect(['points'], 'table-sum', sumOf(live), table.points, named)
    table.groups.forEach((group, g) => {
      const sum = sumOf(live.filter((r) => r.level1 === group.name))
      expect(['groups', g], 'group-sum', sum, group.points, { ...named, group: group.name })
    })
    const { points, evaluators } = table.ownersShare
    const owners = live.filter((r) => evaluators.includes(r.evaluator))
    expect(['ownersShare'], 'owners-sum', sumOf(owners), points, {
      ...named,
      evaluators: evaluators.join('、'),
    })
  }
  return faults
}

function rowGroups(table: SchemeTable, rows: LocatedRow[]): Fault[] {
  const faults: Fault[] = []
  const finished = new Set<string>()
  let current = ''
  for (const row of rows) {
    const { level1: group, variant } = row.value
    if (!table.groups.some((g) => g.name === group)) {
      faults.push(faultAt(row, ['level1'], 'group-unknown', { group, table: table.id }))
    }
    if (variant !== null && !table.variants.includes(variant)) {
      faults.push(faultAt(row, ['variant'], 'variant-unknown', { variant, table: table.id }))
    }
    if (group !== current && finished.has(group))
      faults.push(faultAt(row, ['level1'], 'group-split', { group }))
    finished.add(group)
    current = group
  }
  return faults
}

function sumOf(list: readonly { points: string }[]): Fraction {
  return Fraction.sum(list.map((item) => Fraction.parse(item.points)))
}
