import { sql } from 'kysely'
import type { Role } from '../../../contracts/accounts/words.ts'
import { everywhere, inJurisdiction } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** A round that was published: nobody need sign in to see it. Reached by the round's id. */
export const publishedRound = defineResource({
  name: 'publicity.round',
  table: sql`publicity.publication`,
  key: 'round_id',
  conditions: { everywhere },
})

export const objection = defineResource({
  name: 'publicity.objection',
  table: sql`publicity.objection`,
  key: 'id',
  conditions: { 'in jurisdiction': inJurisdiction('r.place_id') },
})

const bureaus: readonly Role[] = ['city-official', 'district-official']

export const policy = [
  allow('publicity.file-objection', publishedRound, 'public', 'everywhere'),
  allow('publicity.answer-objections', objection, bureaus, 'in jurisdiction'),
]
