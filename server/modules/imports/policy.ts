import { sql } from 'kysely'
import { officialRoles, type Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofActor } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** An import lies in a jurisdiction when every place that its uploader acted for does. */
export const run = defineResource({
  name: 'imports.run',
  table: sql`imports.run`,
  key: 'id',
  conditions: {
    own: ofActor('r.uploaded_by'),
    'in jurisdiction': (
      scope,
    ) => sql`(EXISTS (SELECT 1 FROM imports.run_place place WHERE place.run_id = r.id)
      AND NOT EXISTS (SELECT 1 FROM imports.run_place place WHERE place.run_id = r.id
        AND NOT ${inJurisdiction('place.place_id')(scope)}))`,
  },
})

const overseers: readonly Role[] = [...officialRoles, 'auditor']

/** Whoever may record a kind of thing singly may import it: the kind's own verb is asked besides. */
export const policy = [
  allow('imports.upload', run, 'signed-in', 'own'),
  allow('imports.see', run, 'signed-in', 'own'),
  allow('imports.see', run, overseers, 'in jurisdiction'),
  // The rows themselves may hold telephone numbers: only who brought them opens them.
  allow('imports.open-rows', run, 'signed-in', 'own'),
  allow('imports.confirm', run, 'signed-in', 'own'),
]
