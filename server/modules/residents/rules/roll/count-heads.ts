import type { HeadKind, Standing, Use } from '../../../../../contracts/residents/roll-words.ts'

/** A 专有部分 as far as it is counted. */
export interface Counted {
  id: string
  use: Use
  standing: Standing
  /** In 0.01 m². */
  areaCenti: number
  /** Ids of all present owners; empty where none is on record. */
  ownerIds: readonly string[]
}

export interface Head {
  key: string
  kind: HeadKind
  dwellingIds: string[]
  /** In 0.01 m², of all that the head counts for. */
  areaCenti: number
}

/**
 * Heads of one compound by 民法典 interpretation art 9: 业主人数可以按照专有部分的数量计算，一个专有部分按一人计算;
 * 但建设单位尚未出售和虽已出售但尚未交付的部分，以及同一买受人拥有一个以上专有部分的，按一人计算. Joint owners of one
 * dwelling are one buyer; the same set of joint owners of several is so too. The developer's area counts in full.
 * @param countParking whether parking bays are 专有部分 here (art 2; local practice differs)
 */
export function countHeads(dwellings: readonly Counted[], countParking = false): Head[] {
  const heads = new Map<string, Head>()
  for (const dwelling of dwellings) {
    if (dwelling.use === 'parking' && !countParking) continue
    const { key, kind } = buyerOf(dwelling)
    const head = heads.get(key) ?? { key, kind, dwellingIds: [], areaCenti: 0 }
    head.dwellingIds.push(dwelling.id)
    head.areaCenti += dwelling.areaCenti
    heads.set(key, head)
  }
  return [...heads.values()]
}

function buyerOf({ id, standing, ownerIds }: Counted): { key: string; kind: HeadKind } {
  if (standing !== 'delivered') return { key: 'developer', kind: 'developer' }
  if (ownerIds.length === 0) return { key: `dwelling ${id}`, kind: 'unknown' }
  return { key: [...new Set(ownerIds)].sort().join('+'), kind: 'owners' }
}
