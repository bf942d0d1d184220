#!/usr/bin/env node
import './node-version.mjs'

void import('./bootstrap.mjs').then(async ({ ensure, project }) => {
  const { buildSites, needSites } = await import('./sites.mjs')
  process.chdir(project)
  needSites(await buildSites(ensure()))
})
