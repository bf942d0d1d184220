import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { toString as qrOf } from 'qrcode'
import { secondFactorRules } from './rules/second-factor-rules.ts'

const { digits, periodSeconds: period, periodsOff, recoveryCodes } = secondFactorRules

const issuer = '共治 Gongzhi'

/** A fresh secret of 160 bits (RFC 4226 4, R6), in the base32 that people type where nothing can be scanned. */
export const freshSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator reads: otpauth://totp/…, with SHA-1, since many programs know no other. */
export const addressOfSecret = (secret: string, account: string): string =>
  new TOTP({ issuer, label: account, secret, digits, period }).toString()

/** The time step (RFC 6238 4.2) whose code this is, near the instant; undefined when it is none. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const totp = new TOTP({ secret, digits, period })
  const off = totp.validate({ token: code, timestamp, window: periodsOff })
  return off === null ? undefined : TOTP.counter({ period, timestamp }) + off
}

/** A QR code as a data address of an SVG picture, with the quiet zone that scanners need. */
export async function qrPicture(text: string): Promise<string> {
  const svg = await qrOf(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Codes to be printed and kept (about 59 bits each), without look-alikes: `k4mw-7bxr-3nhv`. */
export function freshRecoveryCodes(): string[] {
  const block = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: recoveryCodes }, () => [block(), block(), block()].join('-'))
}

/** A recovery code as it is compared: people leave out hyphens, and telephones begin with a capital. */
export const plainRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')
