import { type Arrow, homeOf, isTest, type Source, type Violation } from './source.ts'

interface Floor {
  name: string
  at: RegExp
  /** Files of ours that it may import, besides its own. */
  may: RegExp[]
  /** Packages that it may import; anything where this is left out. */
  packages?: RegExp
}

const wire = /^contracts\/(endpoint|shapes)\.ts$/
const contracts = /^contracts\//
const values = /^server\/values\//
const platform = /^server\/platform\//
const access = /^server\/access\//
const rulebook = /^server\/rulebook\//
const shapes = /^server\/modules\/[^/]+\.ts$/

/** From the ground up. What stands in no line (cli, benches, the composition root) may import everything. */
const floors: readonly Floor[] = [
  { name: 'contracts', at: contracts, may: [], packages: /^zod$/ },
  { name: 'values', at: values, may: [], packages: /^$/ },
  { name: 'platform', at: platform, may: [values, wire] },
  { name: 'access', at: access, may: [platform, values, wire, /^contracts\/[^/]+\/words\.ts$/] },
  { name: 'server/rulebook', at: rulebook, may: [platform, values, contracts] },
  { name: 'the shapes of modules', at: shapes, may: [rulebook, access, platform, values, contracts] },
  {
    name: 'modules',
    at: /^server\/modules\/[^/]+\//,
    may: [/^server\/modules\//, rulebook, access, platform, values, contracts],
  },
  { name: 'workbench', at: /^workbench\//, may: [contracts] },
  {
    name: 'resident',
    at: /^resident\//,
    may: [/^contracts\/(endpoint|shapes)\.ts$|^contracts\/[^/]+\/([a-z]+-)?(public|words)\.ts$/],
  },
]

const floorOf = (path: string) => floors.find((floor) => floor.at.test(path))

function isWrong(floor: Floor, { to, isPackage, typeOnly }: Arrow): boolean {
  if (isPackage) return floor.packages !== undefined && !floor.packages.test(to)
  // The public's phone takes nobody else's code, but a type weighs nothing.
  if (floor.name === 'resident' && typeOnly && contracts.test(to)) return false
  return !floor.at.test(to) && !floor.may.some((allowed) => allowed.test(to))
}

/** Nobody imports upwards. */
export function floorViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  let arrows = 0
  const violations: Violation[] = []
  for (const { path, arrows: all } of tree) {
    const floor = floorOf(path)
    for (const arrow of all) {
      arrows++
      const tests = arrow.to.startsWith('server/platform/testing/') && !isTest(path)
      if (tests) violations.push({ path, line: arrow.line, what: `imports what only tests may: ${arrow.to}` })
      else if (floor && !isTest(path) && isWrong(floor, arrow))
        violations.push({ path, line: arrow.line, what: `${floor.name} may not import ${arrow.to}` })
    }
  }
  return { arrows, violations }
}

const own = (rooms: string) => new RegExp(`^(${rooms})$`)
const doors = /^server\/modules\/[^/]+\/index\.ts$/
/** Rooms and papers with rules of their own; a module's further files (limits, a queue) serve its actions and queries. */
const known = own('rules|actions|queries|storage|policy|routes|index')

interface Room {
  at: RegExp
  /** Rooms of the same module whose values it may import. */
  rooms: RegExp
  /** Whether also the module's further files. */
  further: boolean
  outside: RegExp[]
  packages?: RegExp
}

/**
 * Types may be imported from anywhere that the floor allows. A query may ask its own rules to explain what
 * it found (docs/decisions/0004-queries-may-explain.md), since a rule can neither write nor know who asks.
 */
const rooms: readonly Room[] = [
  {
    at: own('rules'),
    rooms: own('rules|problems'),
    further: false,
    outside: [values, /^contracts\/[^/]+\/([a-z]+-)?words\.ts$/],
    // Distributions are arithmetic: jstat knows neither clock nor chance in what rules use of it.
    packages: /^jstat$/,
  },
  { at: own('actions'), rooms: own('actions|rules|storage|policy'), further: true, outside: [/./] },
  { at: own('queries'), rooms: own('queries|rules|storage|policy'), further: true, outside: [/./] },
  { at: own('storage'), rooms: own('storage|rules'), further: true, outside: [/./] },
  { at: own('policy'), rooms: own('policy'), further: false, outside: [access, contracts, values, doors] },
  { at: own('routes'), rooms: own('actions|queries|policy'), further: true, outside: [/./] },
]

/** Rules decide and nothing else; actions write; queries read; routes only connect. */
export function roomViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  let arrows = 0
  const violations: Violation[] = []
  for (const { path, arrows: all, impurities } of tree) {
    const home = homeOf(path)
    const room = home && rooms.find((one) => one.at.test(home.room))
    if (!home || !room || isTest(path)) continue
    for (const { line, to, isPackage, typeOnly } of all) {
      arrows++
      if (typeOnly) continue
      const target = homeOf(to)
      const inside = target?.module === home.module
      const fits = isPackage
        ? (room.packages?.test(to) ?? true)
        : inside
          ? room.rooms.test(target.room) || (room.further && !known.test(target.room))
          : room.outside.some((allowed) => allowed.test(to))
      if (!fits) violations.push({ path, line, what: `${home.room} may not import ${to}` })
    }
    if (home.room === 'rules')
      for (const { line, text } of impurities)
        violations.push({ path, line, what: `rules are pure, this has ${text}` })
  }
  return { arrows, violations }
}
