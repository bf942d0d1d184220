import { v4 as uuid } from 'uuid'
import type { Me } from '../../../../contracts/accounts/staff.ts'
import { recall, remember } from '../../../app/remember.ts'

/** Who uses the page; without a network whoever used it last on this device and has not signed out. */
export type FieldPerson = Pick<Me, 'accountId' | 'displayName'>

const personKey = 'field-person'
const deviceKey = 'field-device'

export function recallPerson(): FieldPerson | null {
  const kept: unknown = JSON.parse(recall(personKey) ?? 'null')
  if (typeof kept !== 'object' || kept === null || !('accountId' in kept) || !('displayName' in kept))
    return null
  const { accountId, displayName } = kept
  return typeof accountId === 'string' && typeof displayName === 'string' ? { accountId, displayName } : null
}

export const rememberPerson = ({ accountId, displayName }: FieldPerson): boolean =>
  remember(personKey, JSON.stringify({ accountId, displayName }))

export const forgetPerson = (): boolean => remember(personKey, null)

/** A name for this device, so that a grader's two telephones are told apart. */
export function deviceId(): string {
  const known = recall(deviceKey)
  if (known !== null) return known
  const made = uuid()
  remember(deviceKey, made)
  return made
}
