import { readFileSync } from 'node:fs'

/** A real division of Baotou by its 12-digit code (data/baotou-divisions). */
export interface Division {
  code: string
  name: string
  kind: 'district' | 'street' | 'community'
  parent: string
  inBuiltUpArea: boolean
}

const table = (file: string): string[][] =>
  readFileSync(new URL(`../data/baotou-divisions/${file}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

const padded = (code = '') => code.padEnd(12, '0')

/** C35: communities of townspeople are built-up; villages, gacha, works areas and 虚拟社区 without homes are not. */
const isUrban = (name: string) =>
  /(社区|居委会|居民委员会)$/.test(name) && !/虚拟|园区|产业|管理委员会/.test(name)

/** All 10 districts, 91 streets and 855 communities; upper places are built-up when anything in them is. */
export function baotouDivisions(cityCode: string): Division[] {
  const communities = table('communities.csv').map(
    ([code, name = '', street]): Division => ({
      code: padded(code),
      name,
      kind: 'community',
      parent: padded(street),
      inBuiltUpArea: isUrban(name),
    }),
  )
  const urbanStreets = new Set(communities.filter((c) => c.inBuiltUpArea).map((c) => c.parent))
  const streets = table('streets.csv').map(
    ([code, name = '', area]): Division => ({
      code: padded(code),
      name,
      kind: 'street',
      parent: padded(area),
      inBuiltUpArea: urbanStreets.has(padded(code)),
    }),
  )
  const urbanDistricts = new Set(streets.filter((s) => s.inBuiltUpArea).map((s) => s.parent))
  const districts = table('areas.csv').map(
    ([code, name = '']): Division => ({
      code: padded(code),
      name,
      kind: 'district',
      parent: cityCode,
      inBuiltUpArea: urbanDistricts.has(padded(code)),
    }),
  )
  return [...districts, ...streets, ...communities]
}
