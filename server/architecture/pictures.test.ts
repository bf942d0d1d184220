import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictures } from '../../scenarios/support/pictures.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const listed = Object.keys(pictures).toSorted()

/** Pictures that a paper shows, by name. */
const shownIn = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\([^)]*pictures\/([^)]+)\.webp\)/g)].map(([, name = '']) => name)

test('the guides show exactly the pictures that the browser test takes', () => {
  const papers = ['README.md', ...globSync('docs/**/*.md', { cwd: project })]
  const shown = papers.flatMap((paper) => shownIn(readFileSync(join(project, paper), 'utf8')))
  expect([...new Set(shown)].toSorted()).toEqual(listed)
})

test('every picture lies in docs/pictures, of its own width and at most 150 KB, and nothing else does', async () => {
  const files = globSync('docs/pictures/*', { cwd: project })
  expect(files.map((file) => basename(file, '.webp')).toSorted()).toEqual(listed)
  for (const [name, { width }] of Object.entries(pictures)) {
    const file = join(project, 'docs/pictures', `${name}.webp`)
    expect(statSync(file).size, name).toBeLessThanOrEqual(150_000)
    expect((await sharp(file).metadata()).width, name).toBe(width)
  }
})

test('a picture that no alternative text describes is not counted as shown', () => {
  expect(shownIn('![](a/pictures/one.webp) ![two](../pictures/two.webp)')).toEqual(['two'])
})
