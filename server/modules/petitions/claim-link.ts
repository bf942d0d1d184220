import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../platform/keys/keys.ts'
import { linkPath, linkPattern, linkText } from './rules/claim-link.ts'

const proofOf = (keys: Keys, number: string) => keys.mac(linkText(number)).subarray(0, 16)

/** The address of a claim for whoever got it by short message: it opens without a login and tells nothing of the reporter. */
export const claimLink = (keys: Keys, address: string, number: string): string =>
  `${address}${linkPath(`${number}.${proofOf(keys, number).toString('base64url')}`)}`

/** The number of the claim that a link opens; nothing where we did not write it. */
export function claimOfLink(keys: Keys, token: string): string | undefined {
  const [, number = '', proof = ''] = linkPattern.exec(token) ?? []
  const given = Buffer.from(proof, 'base64url')
  const right = proofOf(keys, number)
  return number !== '' && given.length === right.length && timingSafeEqual(given, right) ? number : undefined
}
