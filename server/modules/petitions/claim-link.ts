import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../platform/keys/keys.ts'
import { linkPath, linkPattern, linkText } from './rules/claim-link.ts'

const proofOf = (keys: Keys, number: string): string =>
  keys.mac(linkText(number)).subarray(0, 16).toString('base64url')

/** The address of a claim for whoever got it by short message: it opens without a login and tells nothing of the reporter. */
export const claimLink = (keys: Keys, address: string, number: string): string =>
  `${address}${linkPath(`${number}.${proofOf(keys, number)}`)}`

/** The number of the claim that a link opens; nothing where we did not write it. */
export function claimOfLink(keys: Keys, token: string): string | undefined {
  const [, number = '', proof = ''] = linkPattern.exec(token) ?? []
  // As text: several texts stand for the same bytes, and one link is enough.
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(keys, number))]
  return number !== '' && given.length === right.length && timingSafeEqual(given, right) ? number : undefined
}
