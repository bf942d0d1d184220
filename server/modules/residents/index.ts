import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { type ResidentsOptions, routes } from './routes.ts'

export { residentPhone } from './queries/who-is-here.ts'
export { phoneMarkOf } from './storage/sessions.ts'

/** 居民: whoever has no account and proves a telephone instead. */
export const residentsModule = (options: ResidentsOptions): Module => ({
  name: 'residents',
  uses: ['organisations'],
  policy,
  routes: routes(options),
})
