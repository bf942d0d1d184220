import { codeMinutes, resendSeconds } from '../../../../contracts/residents/words.ts'

/** What bounds guessing and flooding: a code is a million to one, so fifty tries a day are one in twenty thousand. */
export const codeRules = {
  minutes: codeMinutes,
  tries: 5,
  resendSeconds,
  perPhoneHour: 5,
  perPhoneDay: 10,
  /** A whole quarter may sit behind one address. */
  perAddressHour: 60,
} as const

/** What was sent lately. */
export interface SentLately {
  lastSentAt: string | null
  hourOfPhone: number
  dayOfPhone: number
  hourOfAddress: number
}

/** Whether another code may go. */
export function maySend(
  { lastSentAt, hourOfPhone, dayOfPhone, hourOfAddress }: SentLately,
  now: Date,
): boolean {
  const pause =
    lastSentAt === null || now.getTime() - Date.parse(lastSentAt) >= codeRules.resendSeconds * 1000
  return (
    pause &&
    hourOfPhone < codeRules.perPhoneHour &&
    dayOfPhone < codeRules.perPhoneDay &&
    hourOfAddress < codeRules.perAddressHour
  )
}

/** Days without a visit after which a browser must prove the phone again, and in any case. */
export const sessionDays = { idle: 30, longest: 180 } as const
