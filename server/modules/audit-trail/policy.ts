import { sql } from 'kysely'
import { overWholeCity } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** An entry belongs to no place, so only roles of the whole city see the trail. */
export const entry = defineResource({
  name: 'audit-trail.entry',
  table: sql`platform.audit_entry`,
  key: 'id',
  conditions: { 'over the whole city': overWholeCity },
})

export const policy = [
  allow('audit-trail.see', entry, ['audit-admin', 'auditor'], 'over the whole city'),
  allow('audit-trail.verify', entry, ['audit-admin', 'auditor'], 'over the whole city'),
]
