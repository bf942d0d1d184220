import { sql } from 'kysely'
import { inJurisdiction, overWholeCity } from '../../access/reach.ts'
import { allow, defineResource, type Scope } from '../../access/resource.ts'

/** Accounts are administered where they are at home; an account without a home is the whole city's. */
const atHome = (scope: Scope) =>
  sql<boolean>`CASE WHEN r.home_place_id IS NULL THEN ${overWholeCity(scope)} ELSE ${inJurisdiction('r.home_place_id')(scope)} END`

/**
 * Besides, no role may be held that reaches further: otherwise the administrator of a district could reset the
 * password of somebody who has meanwhile been given a role of the city, and act as that person.
 */
const withAllRoles = (scope: Scope) => sql<boolean>`(${atHome(scope)} AND NOT EXISTS (
  SELECT FROM access.grant_of_role held LEFT JOIN organisations.published_body body ON body.id = held.body_id
  WHERE held.actor_id = r.id AND (held.valid_to IS NULL OR held.valid_to > ${scope.today})
    AND NOT ${inJurisdiction('held.place_id')(scope)} IS TRUE AND NOT ${inJurisdiction('body.place_id')(scope)} IS TRUE))`

export const account = defineResource({
  name: 'accounts.account',
  table: sql`accounts.account`,
  key: 'id',
  conditions: { 'in jurisdiction': atHome, 'with all roles in jurisdiction': withAllRoles },
})

export const policy = [
  allow('accounts.see', account, ['authorisation-admin', 'audit-admin', 'auditor'], 'in jurisdiction'),
  allow('accounts.create', account, ['authorisation-admin'], 'in jurisdiction'),
  allow('accounts.reset-password', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.reset-second-factor', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.bind-identity', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.set-phone', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.see-sessions', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.see-sessions', account, ['audit-admin'], 'in jurisdiction'),
  allow('accounts.end-sessions', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.close', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.grant', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
  allow('accounts.hand-over', account, ['authorisation-admin'], 'with all roles in jurisdiction'),
]
