/** Paths and figures that the public's pages need without the schema library. */
export const residentPaths = {
  codes: '/api/residents/public/codes',
  session: '/api/residents/public/session',
} as const

/** Digits of a code. */
export const codeDigits = 6
/** Seconds before another code is sent to the same phone. */
export const resendSeconds = 60
/** Minutes for which a code is good. */
export const codeMinutes = 10
