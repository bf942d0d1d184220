import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Classes that a sheet dresses by themselves, not only inside another. */
function classesOf(css: string): Set<string> {
  const plain = css.replace(/\/\*.*?\*\//gs, '')
  return new Set(
    [...plain.matchAll(/(?:^|[,}])\s*\.([a-z][\w-]*)\s*(?=[,{])/g)].map(([, name]) => name ?? ''),
  )
}

test('a class is dressed by one sheet: sheets stay loaded, so another’s would change pages that never asked for it', () => {
  const sheets = new Map<string, string[]>()
  for (const file of globSync('**/*.css', { cwd: root }))
    for (const name of classesOf(readFileSync(`${root}/${file}`, 'utf8')))
      sheets.set(name, [...(sheets.get(name) ?? []), file])
  expect(sheets.size).toBeGreaterThan(100)
  expect([...sheets].filter(([, files]) => files.length > 1)).toEqual([])
})

test('two classes of one name in two sheets would be found', () => {
  expect([...classesOf('/* .a {} */ .gz-x,\n.gz-y { color: red }\n.gz-z .gz-x { top: 0 }')]).toEqual([
    'gz-x',
    'gz-y',
  ])
})
