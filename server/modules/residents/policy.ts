import { sql } from 'kysely'
import { everywhere, ofOwnPhone } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** A browser in which somebody has proved a phone. */
export const residentSession = defineResource({
  name: 'residents.session',
  table: sql`residents.session`,
  key: 'token_hash',
  conditions: { everywhere, own: ofOwnPhone('r.phone_mark') },
})

export const policy = [
  allow('residents.send-code', residentSession, 'public', 'everywhere'),
  allow('residents.prove-phone', residentSession, 'public', 'everywhere'),
]
