import { sql } from 'kysely'
import { everywhere, inJurisdiction } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** Accounts are administered where they are at home; an account without a home is the whole city's. */
export const account = defineResource({
  name: 'accounts.account',
  table: sql`accounts.account`,
  key: 'id',
  conditions: {
    'in jurisdiction': (scope) => sql`(r.home_place_id IS NULL OR ${inJurisdiction('r.home_place_id')(scope)})`,
    everywhere,
  },
})

export const policy = [
  allow('accounts.see', account, ['authorisation-admin', 'audit-admin', 'auditor'], 'in jurisdiction'),
  allow('accounts.create', account, ['authorisation-admin'], 'in jurisdiction'),
  allow('accounts.reset-password', account, ['authorisation-admin'], 'in jurisdiction'),
  allow('accounts.close', account, ['authorisation-admin'], 'in jurisdiction'),
  allow('accounts.grant', account, ['authorisation-admin'], 'in jurisdiction'),
  allow('accounts.hand-over', account, ['authorisation-admin'], 'in jurisdiction'),
]
