import type { Channel } from '../../contracts/petitions/words.ts'
import type { PastCall, PastFiling, PastIncident } from '../../server/modules/petitions/index.ts'
import { addDays, daysBetween } from '../../server/values/days.ts'
import { Draw } from '../draw.ts'
import type { Compound, DemoCity } from '../ground/model.ts'
import { lifeOf } from './life.ts'
import { matters, spots } from './matters.ts'

/** About as many households bring one claim a year. */
const householdsEach = 58

const channels: readonly (readonly [Channel, number])[] = [
  ['resident', 42],
  ['hotline-12345', 28],
  ['counter', 14],
  ['relative', 6],
  ['project', 6],
  ['committee', 4],
]

/** By day more than by night. */
const hours = [1, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22]

/** Every claim of both years, up to today, compound by compound. Pure: the same city brings the same claims. */
export function* claimsOfCity(city: DemoCity): Generator<PastFiling> {
  let nth = 0
  for (const compound of city.compounds) {
    const draw = new Draw(city.plan.seed, 'claims', compound.code)
    const first = later(`${city.years[0]}-01-01`, compound.validFrom)
    const days = daysBetween(first, city.plan.today)
    const count = Math.max(4, Math.round((compound.households / householdsEach) * (days / 365)))
    for (let i = 0; i < count; i++) {
      // One in ten lies in the last weeks: desks need something on them.
      const ago = draw.chance(0.1) ? draw.integer(0, 18) : draw.integer(0, Math.max(0, days - 1))
      yield claimOf(compound, addDays(city.plan.today, -Math.min(ago, days)), ++nth, draw)
    }
  }
}

const later = (a: string, b: string) => (a > b ? a : b)

function claimOf(compound: Compound, day: string, nth: number, draw: Draw): PastFiling {
  const month = Number(day.slice(5, 7))
  const open = matters.filter(({ notIn }) => !notIn?.includes(month))
  const matter = draw.weighted(open.map((one) => [one, one.weight] as const))
  const at = `${day}T${pad(draw.pick(hours))}:${pad(draw.integer(0, 59))}:00+08:00`
  const openedAt = new Date(at).toISOString()
  return {
    number: `演示-${day.slice(0, 4)}-${String(nth).padStart(6, '0')}`,
    channel: draw.weighted(channels),
    category: matter.category,
    place: compound.code,
    spot: draw.pick(spots),
    content: `${draw.pick(matter.words)}（演示数据）`,
    openedAt,
    life: ({ category: { limitClass } }) =>
      lifeOf({
        draw: new Draw('life', compound.code, nth),
        quality: compound.quality,
        openedAt,
        limitClass,
        done: matter.done,
      }),
  }
}

const pad = (n: number) => String(n).padStart(2, '0')

/** Calls to the spot, about one a compound and year. */
export function* callsOfCity(city: DemoCity): Generator<Omit<PastCall, 'id'>> {
  let nth = 0
  for (const compound of city.compounds) {
    const draw = new Draw(city.plan.seed, 'calls', compound.code)
    for (const year of city.years) {
      for (let i = draw.integer(0, 2); i > 0; i--) {
        const day = `${year}-${pad(draw.integer(1, 12))}-${pad(draw.integer(1, 28))}`
        // Both days that it runs lie behind.
        if (addDays(day, 2) > city.plan.today || day < compound.validFrom) continue
        const calledAt = Date.parse(`${day}T09:${pad(draw.integer(0, 59))}:00+08:00`)
        const came = (share: number) =>
          draw.chance(share)
            ? iso(calledAt + draw.integer(20, draw.chance(0.93) ? 900 : 2400) * 60_000)
            : null
        yield {
          number: `演示哨-${year}-${String(++nth).padStart(5, '0')}`,
          place: compound.code,
          matter: `${draw.pick(['消防通道长期被占', '管网漏水需会商', '私搭乱建现场处置', '停车矛盾现场协调'])}（演示数据）`,
          calledAt: iso(calledAt),
          dueAt: iso(calledAt + 86_400_000),
          came: {
            firm: came(0.6 + 0.38 * compound.quality),
            community: came(0.95),
            street: came(0.9),
          },
        }
      }
    }
  }
}

/** Mass incidents are rare: one for each three hundred compounds and year, and one at the least. */
export function* incidentsOfCity(city: DemoCity): Generator<Omit<PastIncident, 'id'>> {
  const draw = new Draw(city.plan.seed, 'mass incidents')
  const [past] = city.years
  for (let i = Math.max(1, Math.round(city.compounds.length / 300)); i > 0; i--)
    yield {
      place: draw.pick(city.compounds).code,
      happenedOn: `${past}-${pad(draw.integer(2, 11))}-${pad(draw.integer(1, 28))}`,
      finding: '因物业费调整聚集，已现场疏导（演示数据）',
      issuer: '演示·旗县区住建局',
    }
}

const iso = (ms: number) => new Date(ms).toISOString()
