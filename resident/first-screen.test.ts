import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** KB of JavaScript after gzip that the first screen may load. */
const budget = 170

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}

/** The entry and all that it imports at once: what a phone must fetch before it shows anything. */
function firstScreen(manifest: Record<string, Chunk>): string[] {
  const waiting = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
  const seen = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    waiting.push(...(manifest[name]?.imports ?? []))
  }
  return [...seen].map((name) => manifest[name]?.file ?? '')
}

test(`UI: the first screen loads at most ${budget} KB of JavaScript (gzip), and nothing of staff or of the schema library`, () => {
  const outDir = here('../node_modules/.cache/resident-weighed')
  // A process of its own: inside a test run the libraries would be built with their warnings for developers.
  const vite = [
    here('../node_modules/vite/bin/vite.js'),
    'build',
    here('.'),
    '--config',
    here('vite.config.ts'),
  ]
  const options = { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'pipe' } as const
  execFileSync(process.execPath, [...vite, '--outDir', outDir, '--logLevel', 'error'], options)
  const manifest = JSON.parse(readFileSync(`${outDir}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  const files = [...firstScreen(manifest), 'before-modules.js'].filter((file) => file.endsWith('.js'))
  expect(files.length).toBeGreaterThan(2)
  const texts = files.map((file) => readFileSync(`${outDir}/${file}`))
  const weight = texts.reduce((sum, text) => sum + gzipSync(text, { level: 6 }).length, 0) / 1000
  process.stdout.write(`first screen: ${weight.toFixed(1)} KB of ${budget} (${files.length} files)\n`)
  expect(weight).toBeLessThanOrEqual(budget)
  const all = texts.map(String).join('\n')
  expect(all).not.toMatch(/ZodError|\/api\/(evaluation|accounts|organisations)\//)
  expect(existsSync(`${outDir}/mark.svg`)).toBe(true)
})
