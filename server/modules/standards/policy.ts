import { sql } from 'kysely'
import { everywhere } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** The rule-book is one paper for all and lies in files: the relation has a single row that stands for it. */
export const rulebook = defineResource({
  name: 'standards.rulebook',
  table: sql`(SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id)`,
  key: 'id',
  conditions: { everywhere },
})
export const rulebookId = '00000000-0000-0000-0000-000000000000'

/** An edition that the city makes holds for the whole city. */
export const edition = defineResource({
  name: 'standards.edition',
  table: sql`standards.edition`,
  key: 'id',
  conditions: { everywhere },
})

export const policy = [
  allow('standards.see', rulebook, 'signed-in', 'everywhere'),
  allow('standards.see-drafts', edition, ['city-official', 'district-official', 'auditor'], 'everywhere'),
  allow('standards.edit-edition', rulebook, ['city-official'], 'everywhere'),
  allow('standards.edit-edition', edition, ['city-official'], 'everywhere'),
  allow('standards.approve-edition', edition, ['city-official'], 'everywhere'),
]
