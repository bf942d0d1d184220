import { modulesOf, tierOf } from './modules.ts'
import { homeOf, isTest, type Source, type Violation } from './source.ts'

/** Where a module's SQL may stand: in its stores, queries, facts, and the named conditions of its policy. */
const sqlRooms = /^(storage|queries|facts|policy)$/
const looksLikeSql = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[\s\S]*\b(FROM|SET|VALUES|WHERE)\b/

/** SQL only in storage/, queries/ and facts; access and platform are beneath the modules and have their own. */
export function sqlPlaceViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  let arrows = 0
  const violations: Violation[] = []
  for (const { path, sql, strings } of tree) {
    if (isTest(path) || !path.startsWith('server/') || path.endsWith('.sql')) continue
    if (/^server\/(platform|access)\//.test(path)) continue
    const home = homeOf(path)
    arrows += sql.length
    if (home && sqlRooms.test(home.room)) continue
    const loose = [...sql, ...strings.filter(({ text }) => looksLikeSql.test(text))]
    for (const { line } of loose)
      violations.push({ path, line, what: 'SQL outside storage, queries, facts and policy' })
  }
  return { arrows, violations }
}

/**
 * Each module one schema of its own name; others by their published_ views; access and platform are read
 * but written through their doors; a migration may besides reference the primary keys of ground modules, of actors, and,
 * in the procedure of a round, of evaluation's rounds and subjects (docs/decisions/0008-the-procedure-of-a-round.md).
 */
export function schemaViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  let arrows = 0
  const violations: Violation[] = []
  const modules = modulesOf(tree)
  const owners = new Map([...modules.keys()].map((module) => [module.replaceAll('-', '_'), module]))
  const named = new RegExp(
    `(?<![.\\w])(${[...owners.keys(), 'access', 'platform'].join('|')})\\.([a-z_]\\w*)`,
    'g',
  )
  for (const { path, sql } of tree) {
    const home = homeOf(path)
    if (!home || isTest(path)) continue
    for (const { line, text: written } of sql) {
      const text = withoutLiterals(written)
      for (const match of text.matchAll(named)) {
        const [, schema = '', table = ''] = match
        arrows++
        const owner = owners.get(schema)
        if (owner === home.module) continue
        const use: Use = {
          module: home.module,
          schema,
          table,
          before: text.slice(0, match.index),
          inMigration: path.endsWith('.sql'),
        }
        const what = owner ? faultWithOther(use, owner, modules.get(home.module) ?? []) : faultWithBase(use)
        if (what) violations.push({ path, line: line + use.before.split('\n').length - 1, what })
      }
    }
  }
  return { arrows, violations }
}

/** A resource's name in quotes is no table. Line ends stay, so that lines are counted right. */
const withoutLiterals = (text: string) =>
  text.replace(/'[^']*'/g, (literal) => `''${'\n'.repeat(literal.split('\n').length - 1)}`)

interface Use {
  module: string
  schema: string
  table: string
  /** The text before the name. */
  before: string
  inMigration: boolean
}

const isWrite = /\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+$/i
const isReference = /\bREFERENCES\s+$/i

function faultWithBase({ schema, table, before }: Use): string | undefined {
  return isWrite.test(before) ? `writes ${schema}.${table}, which ${schema} alone writes` : undefined
}

/** The modules of judgement hang their records under the rounds and subjects of evaluation, as all do under the ground. */
const mayReference = (module: string, owner: string, uses: readonly string[]): boolean =>
  tierOf(owner) === 'ground' ||
  (tierOf(module) === 'judgement' && owner === 'evaluation' && uses.includes(owner))

function faultWithOther(
  { module, schema, table, before, inMigration }: Use,
  owner: string,
  uses: string[],
): string | undefined {
  if (inMigration && isReference.test(before) && mayReference(module, owner, uses)) return undefined
  if (!table.startsWith('published_'))
    return `names ${schema}.${table}, a table that ${owner} does not publish`
  if (isWrite.test(before)) return `writes ${schema}.${table}`
  return uses.includes(owner)
    ? undefined
    : `${module} reads ${schema}.${table} but does not say that it uses ${owner}`
}
