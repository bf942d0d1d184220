import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, run, stop } from './bootstrap.mjs'

const built = join(project, 'dist/workbench/.built')
const sources = ['workbench', 'contracts', 'package-lock.json']

/** Builds the site where it is missing or older than what it is made of. @returns whether there is one now */
export async function ensureWorkbench(node) {
  if (existsSync(built) && newest(sources) <= statSync(built).mtimeMs) return true
  return buildWorkbench(node)
}

/** The mark is set last: a build that was broken off is made anew. */
export async function buildWorkbench(node) {
  const vite = join(project, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', 'workbench', '--config', 'workbench/vite.config.ts', '--logLevel', 'warn']
  console.error('正在生成网页…  Building the site…')
  if ((await run(node, args)) !== 0) return false
  writeFileSync(built, '')
  return true
}

/** Ends the program where the site could not be built: vite has said why. */
export function needWorkbench(isBuilt) {
  if (!isBuilt) stop('网页没有生成，原因见上。', 'The site could not be built; the reason stands above.')
}

/** The latest change in milliseconds; a folder's own time tells of files that were removed. */
function newest(paths) {
  return Math.max(0, ...paths.map((path) => latest(join(project, path))))
}

function latest(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => latest(join(path, name))))
}
