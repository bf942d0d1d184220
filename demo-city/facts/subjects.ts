import type { SubjectKind } from '../../server/modules/fact-source.ts'
import { addDays, daysInCommon } from '../../server/values/days.ts'
import type { Compound, DemoCity, Enterprise } from '../ground/model.ts'

/** Somebody about whom facts are brought in one year. */
export interface FactSubject {
  table: 'A.1' | 'A.2' | 'A.3' | 'A.4'
  kind: SubjectKind
  variant: string | null
  place: string
  district: string
  enterprise: Enterprise | null
  quality: number
  /** Months of the year in service. */
  months: number
  /** The compounds behind it: its own, its projects, or those in its area. */
  compounds: readonly Compound[]
}

export const variants = { existing: '既有民用建筑', old: '老旧小区', other: null } as const

/** All subjects of a year, table by table; each compound's own year comes before its enterprise's. */
export function* subjectsOfYear(city: DemoCity, year: number): Generator<FactSubject> {
  yield* compoundSubjects(city, year)
  yield* enterpriseSubjects(city, year)
  yield* areaSubjects(city)
}

function* compoundSubjects({ compounds }: DemoCity, year: number): Generator<FactSubject> {
  for (const compound of compounds) {
    const days = compound.services.reduce((sum, service) => sum + daysServed(service, year), 0)
    if (compound.mode !== 'enterprise' || compound.type === 'other' || days === 0) continue
    yield {
      table: 'A.1',
      kind: 'compound',
      variant: variants[compound.type],
      place: compound.code,
      district: compound.district.code,
      enterprise: compound.services.at(-1)?.enterprise ?? null,
      quality: compound.quality,
      months: Math.max(1, Math.min(12, Math.round(days / 30.4))),
      compounds: [compound],
    }
  }
}

function daysServed({ from, to }: { from: string; to: string | null }, year: number): number {
  const end = to === null ? null : addDays(to, 1)
  return daysInCommon({ from, to: end }, { from: `${year}-01-01`, to: `${year + 1}-01-01` })
}

/** An enterprise in each district where it served a project in the year (C33). */
function* enterpriseSubjects({ compounds }: DemoCity, year: number): Generator<FactSubject> {
  const served = compounds.flatMap((compound) =>
    compound.mode === 'enterprise' && compound.type !== 'other'
      ? compound.services
          .filter((s) => daysServed(s, year) > 0)
          .map(({ enterprise }) => ({ enterprise, compound }))
      : [],
  )
  const groups = Map.groupBy(served, (s) => `${s.enterprise.uscc} ${s.compound.district.code}`)
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const district = first.compound.district.code
    yield {
      table: 'A.2',
      kind: 'enterprise',
      variant: null,
      place: district,
      district,
      enterprise: first.enterprise,
      quality: first.enterprise.quality,
      months: 12,
      compounds: group.map((s) => s.compound),
    }
  }
}

function* areaSubjects({ compounds }: DemoCity): Generator<FactSubject> {
  const levels = [
    ['A.3', 'community'],
    ['A.3', 'street'],
    ['A.4', 'district'],
  ] as const
  for (const [table, kind] of levels)
    for (const group of Map.groupBy(compounds, (c) => c[kind].code).values()) {
      const first = group[0] as Compound
      const mean = group.reduce((sum, c) => sum + c.quality, 0) / group.length
      yield {
        table,
        kind,
        variant: null,
        place: first[kind].code,
        district: first.district.code,
        enterprise: null,
        quality: Math.min(0.98, 0.35 + 0.65 * mean),
        months: 12,
        compounds: group,
      }
    }
}
