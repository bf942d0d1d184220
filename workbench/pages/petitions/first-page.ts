import type { Me } from '../../../contracts/accounts/staff.ts'
import { may } from '../../api/session.ts'
import { claimsAddress, deskAddress, supervisionAddress, whistlesAddress } from './addresses.ts'

const offices = ['community-official', 'street-official', 'district-official', 'city-official']

/** Where the day begins: offices with what runs over, handlers with what they have in hand. */
export function firstPage(me: Me): string {
  const watches = me.grants.some(({ role }) => offices.includes(role))
  if (watches && may(me, 'petitions.supervise')) return supervisionAddress
  if (may(me, 'petitions.work')) return deskAddress
  return may(me, 'petitions.see') ? claimsAddress : whistlesAddress
}
