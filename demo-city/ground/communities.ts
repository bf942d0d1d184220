import type { Division } from '../divisions.ts'
import type { Draw } from '../draw.ts'

/** Splits `total` by weight in whole numbers, at least 1 each (largest remainders first). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const spare = total - weights.length
  const exact = weights.map((weight) => (spare * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact.map((x, i) => [x - Math.floor(x), i] as const).sort((a, b) => b[0] - a[0])
  const left = spare - parts.reduce((a, b) => a + b, 0)
  for (const [, i] of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts.map((part) => part + 1)
}

export interface Site {
  community: Division
  street: Division
  district: Division
}

const perStreet = 3

/**
 * Where the compounds stand: every district has its part by its number of urban communities; a small city fills few
 * communities of few streets, so that each has something to compare; a large one fills them all.
 */
export function sitesOf(
  divisions: readonly Division[],
  { compounds: count, perCommunity }: { compounds: number; perCommunity: number },
  draw: Draw,
): Site[] {
  const byCode = new Map(divisions.map((d) => [d.code, d]))
  const upper = (d: Division) => byCode.get(d.parent) as Division
  const urban = divisions.filter((d) => d.kind === 'community' && d.inBuiltUpArea)
  const byDistrict = [...Map.groupBy(urban, (community) => upper(upper(community)))]
  const parts = apportion(
    count,
    byDistrict.map(([, list]) => list.length),
  )
  return byDistrict.flatMap(([district, list], i) => {
    const wanted = parts[i] ?? 1
    const chosen = chosenOf(list, Math.ceil(wanted / perCommunity), draw)
    return Array.from({ length: wanted }, (_, n): Site => {
      const community = chosen[n % chosen.length] as Division
      return { community, street: upper(community), district }
    })
  })
}

function chosenOf(list: readonly Division[], wanted: number, draw: Draw): Division[] {
  if (wanted >= list.length) return [...list]
  const streets = draw.shuffled([...Map.groupBy(list, (community) => community.parent).values()])
  const few = streets.flatMap((communities) => draw.shuffled(communities).slice(0, perStreet))
  const rest = streets.flatMap((communities) => communities).filter((community) => !few.includes(community))
  return [...few, ...rest].slice(0, wanted)
}
