#!/usr/bin/env node
import './node-version.mjs'

void import('./bootstrap.mjs').then(async ({ ensure, project }) => {
  const { buildWorkbench, needWorkbench } = await import('./workbench.mjs')
  process.chdir(project)
  needWorkbench(await buildWorkbench(ensure()))
})
