import { sql } from 'kysely'
import { ofActor, overWholeCity } from '../../access/reach.ts'
import { allow, defineResource, type Rule } from '../../access/resource.ts'

export const notice = defineResource({
  name: 'notices.notice',
  table: sql`notices.notice`,
  key: 'id',
  conditions: { own: ofActor('r.account_id') },
})

/** What would have gone out by mail; there is none outside the demonstration. */
export const demoMail = defineResource({
  name: 'notices.demo-mail',
  table: sql`notices.demo_inbox`,
  key: 'id',
  conditions: { 'over the whole city': overWholeCity },
})

export const policy = (demo: boolean): Rule[] => [
  allow('notices.see', notice, 'signed-in', 'own'),
  allow('notices.mark-read', notice, 'signed-in', 'own'),
  ...(demo
    ? [
        allow(
          'notices.see-demo-inbox',
          demoMail,
          ['system-admin', 'authorisation-admin', 'audit-admin'],
          'over the whole city',
        ),
      ]
    : []),
]
