import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

/** One import, export-from or import() of a file: an arrow to another file of ours, or to a package. */
export interface Arrow {
  line: number
  /** A path from the project's root, or a package's name. */
  to: string
  isPackage: boolean
  /** Gone when the types are stripped. */
  typeOnly: boolean
}

export interface Piece {
  line: number
  text: string
}

/** What the rules look at in a file. */
export interface Source {
  /** From the project's root, with forward slashes. */
  path: string
  lines: number
  arrows: Arrow[]
  /** The texts of sql`…`, with `?` for what is filled in. */
  sql: Piece[]
  /** Other string and template texts. */
  strings: Piece[]
  /** `await`, `async`, `new Date()`, `Math.random()`, `Date.now()` and the like, by name. */
  impurities: Piece[]
  /** console.* calls. */
  consoles: Piece[]
  /** The names in the `uses: [...]` of a module's door. */
  uses: string[]
}

export interface Violation {
  path: string
  line: number
  what: string
}

const project = fileURLToPath(new URL('../..', import.meta.url))
const floors = [
  'bench',
  'bin',
  'cli',
  'contracts',
  'demo-city',
  'resident',
  'scenarios',
  'server',
  'workbench',
]

/** Every source file of the project. SQL files come with their text as one `sql` piece. */
export function readTree(): Source[] {
  const present = readdirSync(project).filter((name) => floors.includes(name))
  return present.flatMap((floor) =>
    readdirSync(join(project, floor), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|mjs|sql)$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => `${floor}/${path.replaceAll('\\', '/')}`)
      .map((path) => readSource(path, readFileSync(join(project, path), 'utf8'))),
  )
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** Reads one file's text; also used for planted ones. */
export function readSource(path: string, text: string): Source {
  const source: Source = {
    path,
    lines: text.split('\n').length - 1,
    arrows: [],
    sql: [],
    strings: [],
    impurities: [],
    consoles: [],
    uses: [],
  }
  if (path.endsWith('.sql')) return { ...source, sql: [{ line: 1, text: text.replace(/--.*$/gm, '') }] }
  const lineOf = lineFinder(text)
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.mjs') ? 'js' : 'ts'
  walk(parseAst(text, { lang }) as unknown as Node, (node, parent) =>
    note(source, node, parent, lineOf(node.start)),
  )
  return source
}

function lineFinder(text: string) {
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index)
  return (at: number) => {
    const index = ends.findIndex((end) => end >= at)
    return index < 0 ? ends.length + 1 : index + 1
  }
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node) {
  visit(node, parent)
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit, node)
    else if (Array.isArray(value)) for (const inner of value) if (isNode(inner)) walk(inner, visit, node)
  }
}

const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '')
const textOf = (node: unknown) =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
const quasisOf = (node: Node) =>
  (node.quasis as { value: { cooked: string | null } }[]).map((quasi) => quasi.value.cooked ?? '').join('?')

function note(source: Source, node: Node, parent: Node | undefined, line: number) {
  const arrow = arrowOf(node, source.path)
  if (arrow) source.arrows.push({ ...arrow, line })
  else if (node.type === 'TaggedTemplateExpression' && nameOf(node.tag) === 'sql')
    source.sql.push({ line, text: quasisOf(node.quasi as Node) })
  else if (node.type === 'CallExpression' && isSqlRaw(node.callee))
    source.sql.push({
      line,
      text: (node.arguments as Node[])
        .map((a) => textOf(a) ?? (a.type === 'TemplateLiteral' ? quasisOf(a) : ''))
        .join(' '),
    })
  else if (node.type === 'TemplateLiteral' && parent?.type !== 'TaggedTemplateExpression')
    source.strings.push({ line, text: quasisOf(node) })
  else if (textOf(node) !== undefined) source.strings.push({ line, text: textOf(node) ?? '' })
  const impurity = impurityOf(node)
  if (impurity) source.impurities.push({ line, text: impurity })
  if (node.type === 'MemberExpression' && nameOf(node.object) === 'console')
    source.consoles.push({ line, text: nameOf(node.property) })
  if (
    node.type === 'Property' &&
    nameOf(node.key) === 'uses' &&
    isNode(node.value) &&
    node.value.type === 'ArrayExpression'
  )
    source.uses.push(...(node.value.elements as Node[]).flatMap((element) => textOf(element) ?? []))
}

const isSqlRaw = (callee: unknown) =>
  isNode(callee) &&
  callee.type === 'MemberExpression' &&
  nameOf(callee.object) === 'sql' &&
  nameOf(callee.property) === 'raw'

function arrowOf(node: Node, path: string): Omit<Arrow, 'line'> | undefined {
  const specifier = textOf(node.source)
  if (specifier === undefined) return undefined
  const specifiers = Array.isArray(node.specifiers) ? (node.specifiers as Node[]) : []
  const allTypes =
    specifiers.length > 0 && specifiers.every((s) => s.importKind === 'type' || s.exportKind === 'type')
  const typeOnly =
    node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType' || allTypes
  const isPackage = !specifier.startsWith('.')
  const to = isPackage
    ? packageOf(specifier)
    : posix.normalize(posix.join(dirname(path), specifier)).replace(/\?.*$/, '')
  return { to, isPackage, typeOnly }
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function impurityOf(node: Node): string | undefined {
  if (node.type === 'AwaitExpression') return 'await'
  if (node.async === true) return 'async'
  if (
    node.type === 'NewExpression' &&
    nameOf(node.callee) === 'Date' &&
    (node.arguments as Node[]).length === 0
  )
    return 'new Date()'
  if (node.type !== 'MemberExpression') return undefined
  const member = `${nameOf(node.object)}.${nameOf(node.property)}`
  return ['Date.now', 'Math.random', 'performance.now', 'process.env'].includes(member) ? member : undefined
}

/** Tests and their scaffolding look at everything from outside. */
export const isTest = (path: string) =>
  /\.test\.tsx?$|\/(tests|testing)\/|^scenarios\/|^server\/architecture\/|^cli\/testing\.ts$/.test(path)

/** «organisations» and «actions» of server/modules/organisations/actions/x.ts; the room of a file at the top is its name. */
export function homeOf(path: string): { module: string; room: string } | undefined {
  const [, module, room] = /^server\/modules\/([^/]+)\/([^/]+)/.exec(path) ?? []
  return module && room ? { module, room: room.replace(/\.ts$/, '') } : undefined
}
