import { sql } from 'kysely'
import { everywhere } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** The rule-book is one paper for all and lies in files: the relation has a single row that stands for it. */
const rulebook = defineResource({
  name: 'standards.rulebook',
  table: sql`(SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id)`,
  key: 'id',
  conditions: { everywhere },
})

export const policy = [allow('standards.see', rulebook, 'signed-in', 'everywhere')]
