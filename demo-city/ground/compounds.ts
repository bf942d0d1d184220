import type { Draw } from '../draw.ts'
import { compoundNames } from '../names.ts'
import { buildingsOf, householdsOf } from '../sizes.ts'
import type { Site } from './communities.ts'
import { dayIn } from './days.ts'
import type { Compound } from './model.ts'

/** A compound before anybody serves or governs it. */
export type Built = Omit<
  Compound,
  'services' | 'earlierElection' | 'committee' | 'committeeImpossible' | 'party' | 'headPartTime' | 'quality'
>

interface Building {
  sites: readonly Site[]
  households: number
  pastYear: number
  today: string
  draw: Draw
}

/** 1 in so many came on record in the past year's autumn: too short a service to be assessed then (C36). */
const newEvery = 23

/** Invented compounds on the given sites, sized as real ones. */
export function build({ sites, households, pastYear, today, draw }: Building): Built[] {
  const nameIn = compoundNames(draw)
  const sizes = householdsOf(sites.length, households, draw)
  const numbers = new Map<string, number>()
  return sites.map((site, i) => {
    const number = (numbers.get(site.community.code) ?? 0) + 1
    numbers.set(site.community.code, number)
    const size = sizes[i] as number
    const type = draw.weighted<Compound['type']>([
      ['existing', 60],
      ['old', 36],
      ['other', 4],
    ])
    const isNew = i % newEvery === 7
    const renovated = type === 'old' && draw.chance(0.68)
    return {
      ...site,
      code: `${site.community.code}-${String(number).padStart(4, '0')}`,
      name: nameIn(site.street.code),
      type,
      mode: modeOf(type, isNew, draw),
      households: size,
      buildings: buildingsOf(size, draw),
      area: Math.max(
        520,
        size * (type === 'old' ? draw.integer(48, 80) : draw.integer(78, 128)) + draw.share(),
      ).toFixed(2),
      enclosure: draw.weighted<Compound['enclosure']>(
        type === 'old'
          ? [
              ['closed', 30],
              ['semi-closed', 40],
              ['open', 30],
            ]
          : [
              ['closed', 78],
              ['semi-closed', 18],
              ['open', 4],
            ],
      ),
      renovatedOn: renovated ? dayIn(draw.integer(pastYear - 4, pastYear), draw, today) : null,
      validFrom: isNew
        ? `${pastYear}-09-01`
        : `${draw.integer(pastYear - 9, pastYear - 2)}-0${draw.integer(1, 9)}-01`,
    }
  })
}

/** C37: some compounds have no firm; they are no subject of A.1 and stay in the denominators. */
function modeOf(type: Compound['type'], isNew: boolean, draw: Draw): Compound['mode'] {
  if (isNew) return 'enterprise'
  const alone = type === 'old' ? 2 : 1
  return draw.weighted<Compound['mode']>([
    ['enterprise', 88],
    ['self', 4 * alone],
    ['community', 3 * alone],
    ['other-manager', 4],
  ])
}
