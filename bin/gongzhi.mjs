#!/usr/bin/env node
import './node-version.mjs'

void import('./bootstrap.mjs').then(async ({ ensure, project, run }) => {
  const { join } = await import('node:path')
  // Files that the command names are relative to where the person stands.
  const args = [join(project, 'cli/main.ts'), ...process.argv.slice(2)]
  process.exit(await run(ensure(), args, { cwd: process.cwd() }))
})
