import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(project, path), 'utf8')

/** What people write and nothing generates. */
const papers = globSync(['*.md', 'docs/**/*.md', 'server/modules/*/README.md'], { cwd: project }).filter(
  (path) => !/^docs\/(coverage|events|roles)\.md$/.test(path),
)

const roots = 'rulebook|contracts|server|workbench|resident|cli|bin|scenarios|demo-city|bench|docs|data'

/** Files that a paper names in backticks from the project's root; a pattern with `<` or `*` names none. */
const namedFiles = (text: string) =>
  [...text.matchAll(new RegExp(`\`((?:${roots})/[^\`\\s<*…]*)\``, 'g'))].map(([, path = '']) => path)

const linkedFiles = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) => path)

/** `npx gongzhi WORD` and `npm WORD`, wherever they are printed. */
const printedCommands = (text: string) =>
  [...text.matchAll(/npx gongzhi ([a-z]+)/g)].map(([, word = '']) => word)
const printedScripts = (text: string) => [...text.matchAll(/npm run ([a-z]+)/g)].map(([, word = '']) => word)

function faultsOf(paper: string, text: string): string[] {
  const commands = new Set(
    [...read('cli/main.ts').matchAll(/^ {2}'?([a-z-]+)'?: \(\) => import/gm)].map(([, word]) => word),
  )
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const dead = (path: string) => !existsSync(join(project, path))
  return [
    ...namedFiles(text).filter(dead),
    ...linkedFiles(text).filter((path) => dead(join(dirname(paper), path))),
    ...printedCommands(text).filter((word) => word !== 'help' && !commands.has(word)),
    ...printedScripts(text).filter((word) => !scripts[word]),
  ].map((what) => `${paper}: ${what}`)
}

test('every file, link and command that the papers name exists', () => {
  expect(papers).toContain('docs/tour.md')
  expect(papers.flatMap((paper) => faultsOf(paper, read(paper)))).toEqual([])
})

test('a planted dead file, link, command or script is caught', () => {
  const planted =
    '`server/nowhere.ts` [here](nowhere.png) npx gongzhi frobnicate; npm run nothing; `server/app.ts`'
  expect(faultsOf('docs/tour.md', planted)).toEqual([
    'docs/tour.md: server/nowhere.ts',
    'docs/tour.md: nowhere.png',
    'docs/tour.md: frobnicate',
    'docs/tour.md: nothing',
  ])
})

/** Settings that the server reads from its surroundings. */
const settingsRead = () =>
  new Set(
    globSync(['server/platform/**/*.ts', 'server/main.ts'], { cwd: project })
      .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
      .flatMap((path) => [...read(path).matchAll(/\bGONGZHI_[A-Z][A-Z0-9_]*/g)].map(([name]) => name)),
  )

test('every setting that the server reads stands in the README’s table of options and is explained in docs/operations.md', () => {
  const settings = settingsRead()
  expect(settings.size).toBeGreaterThan(15)
  const options = /## 选项\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? ''
  const missing = (text: string) => [...settings].filter((name) => !text.includes(`\`${name}\``))
  expect(missing(options)).toEqual([])
  const explained = read('docs/operations.md')
  expect([...settings].filter((name) => !explained.includes(name))).toEqual([])
})
