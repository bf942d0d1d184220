import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { type AuditTrailOptions, routes } from './routes.ts'

/** Who did what when, and the proof that nobody changed it since. */
export const auditTrailModule = (options: AuditTrailOptions): Module => ({
  name: 'audit-trail',
  uses: ['accounts'],
  policy,
  routes: routes(options),
})
