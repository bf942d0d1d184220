import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, run, stop } from './bootstrap.mjs'

/** The officials' workbench and the public's site, each a build of its own: no staff page travels to the public's phone. */
const sites = ['workbench', 'resident']
const builtMark = (site) => join(project, 'dist', site, '.built')
const sourcesOf = (site) => [site, 'contracts', 'package-lock.json']

/** Builds each site where it is missing or older than what it is made of. @returns whether there are all now */
export async function ensureSites(node) {
  for (const site of sites) {
    const built = builtMark(site)
    if (existsSync(built) && newest(sourcesOf(site)) <= statSync(built).mtimeMs) continue
    if (!(await buildSite(node, site))) return false
  }
  return true
}

export async function buildSites(node) {
  for (const site of sites) if (!(await buildSite(node, site))) return false
  return true
}

/** The mark is set last: a build that was broken off is made anew. */
async function buildSite(node, site) {
  const vite = join(project, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', site, '--config', `${site}/vite.config.ts`, '--logLevel', 'warn']
  console.error(`正在生成网页（${site}）…  Building the site ${site}…`)
  // Whatever the surroundings are called: what is served is the product, not a build for trying it.
  const env = { ...process.env, NODE_ENV: 'production' }
  if ((await run(node, args, { env })) !== 0) return false
  writeFileSync(builtMark(site), '')
  return true
}

/** Ends the program where a site could not be built: vite has said why. */
export function needSites(areBuilt) {
  if (!areBuilt) stop('网页没有生成，原因见上。', 'The site could not be built; the reason stands above.')
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
