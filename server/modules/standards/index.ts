import type { Rulebook } from '../../rulebook/load.ts'
import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { standardsRoutes } from './routes.ts'

export { coverageMarkdown } from './coverage.ts'

/** 规则库: the standard as data, shown to everybody signed in. */
export const standardsModule = ({ rulebook }: { rulebook: Rulebook }): Module => ({
  name: 'standards',
  uses: [],
  policy,
  routes: standardsRoutes(rulebook),
})
