#!/usr/bin/env node
import './node-version.mjs'

void import('./test-stages.mjs').then(({ runAll }) => runAll(process.argv.slice(2)))
