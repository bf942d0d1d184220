import { Draw } from '../draw.ts'
import type { Compound, DemoCity } from '../ground/model.ts'
import type { Cells } from './cells.ts'

/** Households that one person of each kind serves, roughly. */
const householdsPerPerson = {
  security: 140,
  cleaning: 170,
  greening: 480,
  maintenance: 420,
  'customer-service': 520,
} as const

/** Staff due by contract and in post (6.1.6), counted once in each year. */
export function* staffingRows(city: DemoCity): Generator<Cells> {
  const [pastYear, thisYear] = city.years
  const midYear = `${thisYear}-06-30`
  const days = [`${pastYear}-06-30`, midYear <= city.plan.today ? midYear : `${thisYear}-01-01`]
  for (const compound of city.compounds) {
    if (compound.services.length === 0) continue
    for (const asOf of days) if (asOf >= compound.validFrom) yield* counted(compound, asOf, city.plan.seed)
  }
}

function* counted({ code, households, quality }: Compound, asOf: string, seed: string): Generator<Cells> {
  const draw = new Draw(seed, 'staff', code, asOf)
  for (const [kind, each] of Object.entries(householdsPerPerson)) {
    const contracted = Math.max(1, Math.round(households / each))
    const actual = draw.hits(contracted, 0.72 + 0.28 * quality)
    yield { compound: code, kind, contracted, actual, asOf }
  }
}
