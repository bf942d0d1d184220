import { addDays } from '../../server/values/days.ts'
import type { Draw } from '../draw.ts'
import type { Compound, Enterprise, Service } from './model.ts'
import type { Persons } from './persons.ts'

interface Serving {
  compounds: readonly { at: Pick<Compound, 'mode' | 'validFrom' | 'type'>; districtCode: string }[]
  enterprises: readonly Enterprise[]
  otherManagers: readonly Enterprise[]
  /** The year before this one, in which some compounds changed their firm. */
  pastYear: number
  persons: Persons
  draw: Draw
}

/** How many of a hundred compounds changed their firm in the past year (C36). */
const changedPercent = 7

/** Who serves each compound since when. Every enterprise serves one at least; firms work mostly where they sit. */
export function serve(serving: Serving): Service[][] {
  const { compounds, enterprises, draw } = serving
  const byDistrict = Map.groupBy(enterprises, (e) => e.seat)
  const idle = new Map([...byDistrict].map(([seat, list]) => [seat, [...list]]))
  const choose = (districtCode: string, not?: Enterprise): Enterprise => {
    const waiting = not ? undefined : idle.get(districtCode)?.pop()
    if (waiting) return waiting
    const local = byDistrict.get(districtCode) ?? []
    const from = local.length > 0 && draw.chance(0.88) ? local : enterprises
    const chosen = draw.weighted(from.map((e) => [e, e.weight] as const))
    return chosen === not ? draw.pick(enterprises.filter((e) => e !== not)) : chosen
  }
  let managed = 0
  return compounds.map(({ at, districtCode }) => {
    if (at.mode === 'other-manager')
      return [contract(serving, draw.pick(serving.otherManagers), at.validFrom)]
    if (at.mode !== 'enterprise') return []
    const first = contract(serving, choose(districtCode), at.validFrom)
    if (++managed % Math.round(100 / changedPercent) !== 3 || at.validFrom >= `${serving.pastYear}-01-01`)
      return [first]
    // March to September: some firms have their six months of the year behind them, some have not.
    const changedOn = `${serving.pastYear}-0${draw.integer(3, 9)}-01`
    const second = contract(serving, choose(districtCode, first.enterprise), changedOn)
    return [{ ...first, to: addDays(changedOn, -1) }, second]
  })
}

function contract({ draw, persons }: Serving, enterprise: Enterprise, notBefore: string): Service {
  const from = notBefore > enterprise.foundedOn ? notBefore : enterprise.foundedOn
  const year = from.slice(0, 4)
  return {
    enterprise,
    number: `演示-${year}-${enterprise.uscc.slice(11, 16)}-${draw.integer(100, 999)}`,
    from,
    to: null,
    head: persons.next(enterprise.quality),
  }
}
