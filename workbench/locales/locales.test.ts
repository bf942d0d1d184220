import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')

/** "nav.label" → text, plural forms folded into their key. */
function texts(language: string, module: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') found.set(path.replace(/_(one|other)$/, ''), node)
    else if (node && typeof node === 'object')
      for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`)
  }
  walk(JSON.parse(read(`locales/${language}/${module}.json`)), '')
  return found
}

const modules = globSync('locales/zh-CN/*.json', { cwd: root }).map((path) =>
  path.replace(/.*[\\/]|\.json$/g, ''),
)
const holes = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()

test('every text has both languages with the same blanks to fill', () => {
  expect(globSync('locales/en/*.json', { cwd: root }).length).toBe(modules.length)
  for (const module of modules) {
    const [zh, en] = [texts('zh-CN', module), texts('en', module)]
    expect({ module, keys: [...en.keys()].sort() }).toEqual({ module, keys: [...zh.keys()].sort() })
    for (const [key, text] of zh)
      expect({ key, holes: holes(en.get(key)) }).toEqual({ key, holes: holes(text) })
  }
})

test('every text that the code names exists, and no component carries Chinese of its own', () => {
  const known = new Map(modules.map((module) => [module, texts('zh-CN', module)]))
  const all = new Set([...known.values()].flatMap((found) => [...found.keys()]))
  let named = 0
  for (const path of globSync(['{app,api,layout,pages,parts}/**/*.{ts,tsx}'], { cwd: root })) {
    if (path.endsWith('.test.ts')) continue
    const source = read(path)
    for (const [, module, key = ''] of source.matchAll(/\bt\('(?:(\w+):)?([\w.]+)'/g)) {
      named++
      expect(module ? known.get(module)?.has(key) : all.has(key), `${path}: ${key}`).toBe(true)
    }
    const spoken = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const chinese = [...spoken.matchAll(/[\u4e00-\u9fff]+/g)]
      .map(([word]) => word)
      .filter((word) => word.length > 1)
    expect({ path, chinese }).toEqual({ path, chinese: [] })
  }
  expect(named).toBeGreaterThan(60)
})
