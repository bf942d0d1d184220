import { sql } from 'kysely'
import { overWholeCity } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** What leaves for other systems belongs to no place. */
export const subscription = defineResource({
  name: 'exchange.subscription',
  table: sql`exchange.subscription`,
  key: 'id',
  conditions: { 'over the whole city': overWholeCity },
})

export const delivery = defineResource({
  name: 'exchange.delivery',
  table: sql`exchange.delivery`,
  key: 'id',
  conditions: { 'over the whole city': overWholeCity },
})

export const manage = 'exchange.manage-webhooks'

export const policy = [
  allow(manage, subscription, ['system-admin'], 'over the whole city'),
  allow(manage, delivery, ['system-admin'], 'over the whole city'),
]
