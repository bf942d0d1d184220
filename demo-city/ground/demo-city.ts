import { city } from '../../server/app.ts'
import { baotouDivisions, type Division } from '../divisions.ts'
import { Draw } from '../draw.ts'
import { govern } from './committees.ts'
import { sitesOf } from './communities.ts'
import { build, type Built } from './compounds.ts'
import { soonAfter } from './days.ts'
import { foundEnterprises, foundOtherManagers } from './enterprises.ts'
import type { Compound, DemoCity, DemoPlan, Service, Size } from './model.ts'
import { Persons } from './persons.ts'
import { serve } from './services.ts'

interface Extent {
  compounds: number
  /** How many a community holds at most before another is begun. */
  perCommunity: number
  enterprises: number
  otherManagers: number
  households: number
  /** Share of persons whose Party status is 未提供, which leaves rows without a reading. */
  unstated: number
}

/** How much of everything. `city` is the size of Baotou's urban part, for benchmarks. */
const extents: Record<Size, Extent> = {
  small: {
    compounds: 60,
    perCommunity: 3,
    enterprises: 12,
    otherManagers: 1,
    households: 38_000,
    unstated: 0.02,
  },
  city: {
    compounds: 2500,
    perCommunity: 8,
    enterprises: 420,
    otherManagers: 8,
    households: 900_000,
    unstated: 0,
  },
  tenth: {
    compounds: 250,
    perCommunity: 8,
    enterprises: 42,
    otherManagers: 1,
    households: 90_000,
    unstated: 0,
  },
}

/** The demonstration city of a plan. Pure: the same plan gives the same city. */
export function demoCity(plan: DemoPlan): DemoCity {
  const extent = extents[plan.size]
  const thisYear = Number(plan.today.slice(0, 4))
  const pastYear = thisYear - 1
  const drawFor = (part: string) => new Draw(plan.seed, plan.size, part)
  const persons = new Persons(drawFor('persons'), extent.unstated)
  const divisions = baotouDivisions(city.code)
  const sites = sitesOf(divisions, extent, drawFor('sites'))
  const built = build({
    sites,
    households: extent.households,
    pastYear,
    today: plan.today,
    draw: drawFor('compounds'),
  })
  const founding = { districts: sites.map((s) => s.district), persons, today: plan.today }
  const enterprises = foundEnterprises({
    ...founding,
    count: extent.enterprises,
    draw: drawFor('enterprises'),
  })
  const otherManagers = foundOtherManagers(
    { ...founding, count: extent.otherManagers, draw: drawFor('managers') },
    extent.enterprises + 1,
  )
  const services = serve({
    compounds: built.map((at) => ({ at, districtCode: at.district.code })),
    enterprises,
    otherManagers,
    pastYear,
    persons,
    draw: drawFor('services'),
  })
  const draw = drawFor('compounds’ bodies')
  const compounds = built.map((at, i) => settle(at, services[i] ?? [], { plan, pastYear, persons, draw }))
  const posts = drawFor('offices')
  return {
    plan,
    years: [pastYear, thisYear],
    divisions,
    compounds,
    enterprises,
    otherManagers,
    offices: distinct(sites.map((s) => s.community)).map((community) => ({
      community,
      secretary: { ...persons.next(1), party: 'member' },
      members: Array.from({ length: posts.integer(2, 4) }, () => persons.next(0.9)),
    })),
    industryStaff: distinct(sites.map((s) => s.district)).map((district) => ({
      district,
      persons: Array.from({ length: posts.integer(2, 5) }, () => ({
        ...persons.next(1),
        party: 'member' as const,
      })),
    })),
  }
}

const distinct = (list: readonly Division[]) => [...new Set(list)]

interface Settling {
  plan: DemoPlan
  pastYear: number
  persons: Persons
  draw: Draw
}

/** A compound with its people: quality follows its firm, those without one do worse. */
function settle(built: Built, services: Service[], { plan, pastYear, persons, draw }: Settling): Compound {
  const firm = services.at(-1)?.enterprise.quality ?? 0.25
  const quality = Math.min(0.99, Math.max(0.1, firm + (draw.share() - 0.5) * 0.3))
  const { today } = plan
  const governed = govern({ ...built, quality, year: pastYear + 1, today, persons, draw })
  const foundedOn = soonAfter(services.at(-1)?.from ?? built.validFrom, draw.integer(60, 500), today)
  const party =
    services.length === 0 || built.type === 'other'
      ? null
      : draw.weighted<() => Compound['party']>([
          [() => ({ form: 'own', members: draw.integer(3, 9), foundedOn }), quality],
          [() => ({ form: 'joint', members: draw.integer(1, 2), foundedOn }), 0.3],
          [() => ({ instructor: { ...persons.next(1), party: 'member' } }), 0.3],
          [() => null, 0.45 * (1 - quality)],
        ])()
  return { ...built, ...governed, services, quality, party, headPartTime: draw.chance(0.25 + 0.6 * quality) }
}
