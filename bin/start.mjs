#!/usr/bin/env node
import './node-version.mjs'

void import('./bootstrap.mjs').then(async ({ ensure, project, run }) => {
  const { ensureSites, needSites } = await import('./sites.mjs')
  const { whenNpmDies } = await import('./npm-parent.mjs')
  process.chdir(project)
  const node = ensure()
  needSites(await ensureSites(node))
  whenNpmDies(() => process.kill(process.pid, 'SIGTERM'))
  process.exit(await run(node, ['server/main.ts', ...process.argv.slice(2)], { watched: true }))
})
