import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function texts(language: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') found.set(path, node)
    else
      for (const [key, value] of Object.entries(node as object))
        walk(value, path === '' ? key : `${path}.${key}`)
  }
  walk(JSON.parse(readFileSync(`${root}/locales/${language}.json`, 'utf8')), '')
  return found
}
const holes = (text = ''): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()
const [zh, en] = [texts('zh-CN'), texts('en')]

test('every text has both languages with the same blanks to fill', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  for (const [key, text] of zh)
    expect({ key, holes: holes(en.get(key)) }).toEqual({ key, holes: holes(text) })
})

test('every text is used, and no component carries Chinese of its own but the word for the language', () => {
  const code = globSync('{app,api,layout,pages,parts}/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
  const all = code.map(({ text }) => text).join('\n')
  const unused = [...zh.keys()].filter(
    (key) => !all.includes(`'${key}'`) && !all.includes(`\`${key.replace(/\.[^.]+$/, '')}.\${`),
  )
  expect(unused).toEqual([])
  const own = code.flatMap(({ path, text }) =>
    text
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => /\p{Script=Han}/u.test(line) && !line.includes("'中文'"))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(own.filter((line) => !line.startsWith('parts/format.ts'))).toEqual([])
})
