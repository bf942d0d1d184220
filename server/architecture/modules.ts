import { homeOf, isTest, type Source, type Violation } from './source.ts'

const tiers = {
  ground: ['organisations', 'party-organisations', 'residents', 'accounts', 'calendar', 'documents'],
  'daily work': [
    'petitions',
    'meetings',
    'activities',
    'committees',
    'major-matters',
    'owners-votes',
    'disclosure',
    'agreements',
    'surveys',
    'inspections',
    'facilities',
    'funds',
  ],
  judgement: [
    'compliance',
    'evaluation',
    'self-reports',
    'grading',
    'findings',
    'moderation',
    'publicity',
    'archives',
    'credit',
    'points',
  ],
  service: ['worklist', 'notices', 'imports', 'exchange', 'audit-trail', 'standards'],
} as const

type Tier = keyof typeof tiers
/** Ground ← daily work ← judgement: judgement reads daily work only by the registry that the composition root hands it. */
const mayUse: Record<Tier, readonly Tier[]> = {
  ground: ['ground'],
  'daily work': ['ground', 'daily work'],
  judgement: ['ground', 'judgement'],
  service: ['ground', 'daily work', 'judgement', 'service'],
}
export const tierOf = (module: string) =>
  (Object.keys(tiers) as Tier[]).find((tier) => (tiers[tier] as readonly string[]).includes(module))

/** The modules are the folders; each says in its door whom it uses. */
export function modulesOf(tree: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { path, uses } of tree) {
    const home = homeOf(path)
    if (!home) continue
    const known = found.get(home.module) ?? []
    found.set(home.module, home.room === 'index' ? [...known, ...uses] : known)
  }
  return found
}

/** By the door only, only whom it says it uses, no circles, nothing back. */
export function moduleViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  let arrows = 0
  const modules = modulesOf(tree)
  const violations: Violation[] = []
  for (const { path, arrows: all } of tree) {
    const home = homeOf(path)
    if (isTest(path)) continue
    for (const { line, to } of all) {
      const target = homeOf(to)
      if (!target || target.module === home?.module) continue
      arrows++
      // The command line is a thin door over the same pure rules that the screens are scored by.
      const isRuleForConsole = path.startsWith('cli/') && target.room === 'rules'
      if (target.room !== 'index' && !isRuleForConsole)
        violations.push({ path, line, what: `${to} is behind the door of ${target.module}` })
      if (home && !modules.get(home.module)?.includes(target.module))
        violations.push({ path, line, what: `${home.module} does not say that it uses ${target.module}` })
    }
  }
  for (const [module, uses] of modules) {
    const path = `server/modules/${module}/index.ts`
    const tier = tierOf(module)
    if (!tier)
      violations.push({
        path,
        line: 1,
        what: `${module} has no place in ground, daily work, judgement or service`,
      })
    for (const used of uses) {
      const below = tierOf(used)
      if (!modules.has(used)) violations.push({ path, line: 1, what: `uses ${used}, which there is not` })
      else if (tier && below && !mayUse[tier].includes(below))
        violations.push({ path, line: 1, what: `${module} (${tier}) may not use ${used} (${below})` })
      if (reaches(modules, used, module))
        violations.push({ path, line: 1, what: `${module} and ${used} use each other in a circle` })
    }
  }
  return { arrows, violations }
}

function reaches(
  modules: Map<string, string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return (modules.get(from) ?? []).some((next) => reaches(modules, next, to, seen))
}
