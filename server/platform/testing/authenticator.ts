import { TOTP } from 'otpauth'

/** The code that an authenticator shows for this secret; `later` periods of 30 seconds on. */
export const codeAt = (secret: string, now: Date, later = 0): string =>
  TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: now.getTime() + later * 30_000 })
