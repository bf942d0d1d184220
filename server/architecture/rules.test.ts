import { describe, expect, test } from 'vitest'
import { modulesOf } from './modules.ts'
import { door, rules, sources } from './planted.ts'
import { readTree, type Violation } from './source.ts'

const tree = readTree()
const show = ({ path, line, what }: Violation) => `${path}:${line} ${what}`

describe.each(rules)('$title', ({ look, least, unit, planted, allowed = [] }) => {
  test('holds in the whole project', () => {
    const { arrows, violations } = look(tree)
    process.stdout.write(`      read ${arrows} ${unit}\n`)
    expect(arrows).toBeGreaterThan(least)
    expect(violations.map(show)).toEqual([])
  })
  test.each(planted.map(([path, text, complaint]) => ({ path, text, complaint })))(
    'catches, in a planted $path: $complaint',
    ({ path, text, complaint }) => {
      const files = sources([...door.filter(([name]) => name !== path), [path, text]])
      const found = look(files).violations.map(show)
      expect(
        found.some((line) => line.startsWith(path) && line.includes(complaint)),
        found.join('\n'),
      ).toBe(true)
    },
  )
  test.each(allowed.map(([path, text]) => ({ path, text })))(
    'lets pass what is right in $path',
    ({ path, text }) => {
      expect(look(sources([...door, [path, text]])).violations.map(show)).toEqual([])
    },
  )
})

test('the modules are read from the folders, each with a door', () => {
  const modules = modulesOf(tree)
  expect(modules.size).toBeGreaterThan(4)
  const doors = tree.map(({ path }) => path)
  for (const module of modules.keys()) expect(doors).toContain(`server/modules/${module}/index.ts`)
})
