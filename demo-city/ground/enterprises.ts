import type { Division } from '../divisions.ts'
import type { Draw } from '../draw.ts'
import { fictitiousUscc } from '../fictitious-codes.ts'
import { enterpriseNames, mark } from '../names.ts'
import { dayIn, soonAfter } from './days.ts'
import type { Enterprise } from './model.ts'
import type { Persons } from './persons.ts'

interface Founding {
  count: number
  /** Districts where compounds are, once for each compound: large districts draw more enterprises. */
  districts: readonly Division[]
  persons: Persons
  draw: Draw
  today: string
}

/** Few firms serve many compounds and many serve one or two, as in the listings (median 1, at most 18). */
const weights = [
  [1, 50],
  [2, 25],
  [3, 13],
  [5, 8],
  [10, 3],
  [16, 1],
] as const

/** Invented property enterprises. */
export function foundEnterprises({ count, districts, persons, draw, today }: Founding): Enterprise[] {
  const names = enterpriseNames(count, draw)
  return names.map((name, i) => {
    const quality = 0.3 + 0.68 * Math.sqrt(draw.share())
    const foundedOn = dayIn(draw.integer(2002, 2018), draw, today)
    const partyMembers = Array.from({ length: 2 }, () => ({
      ...persons.next(quality),
      party: 'member' as const,
    }))
    const organised = soonAfter(foundedOn, draw.integer(400, 2000), today)
    return {
      uscc: fictitiousUscc('91', i + 1),
      name,
      seat: draw.pick(districts).code,
      foundedOn,
      head: persons.next(quality),
      partyMembers,
      party: draw.weighted<() => Enterprise['party']>([
        [() => ({ form: 'own', members: draw.integer(3, 24), foundedOn: organised }), 0.2 + quality],
        [() => ({ form: 'joint', members: draw.integer(1, 2), foundedOn: organised }), 0.3],
        [() => ({ instructor: { ...persons.next(1), party: 'member' } }), 0.2],
        [() => null, 0.15],
      ])(),
      quality,
      weight: draw.weighted(weights),
    }
  })
}

/** 其他管理人: they keep a checklist and are not scored by table A.2 (C37). */
export function foundOtherManagers(founding: Founding, from: number): Enterprise[] {
  return foundEnterprises(founding).map((enterprise, i) => ({
    ...enterprise,
    uscc: fictitiousUscc('91', from + i),
    name: enterprise.name.replace(`物业服务有限公司${mark}`, `后勤服务中心${mark}`),
    party: null,
  }))
}
