#!/usr/bin/env node
import './node-version.mjs'

import('./bootstrap.mjs').then(async ({ ensure, project }) => {
  const { buildWorkbench } = await import('./workbench.mjs')
  process.chdir(project)
  await buildWorkbench(ensure())
})
