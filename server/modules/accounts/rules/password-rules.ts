import { refuse } from '../problems.ts'
import { isCommon } from './common-passwords.ts'

/** GB/T 22239-2019 8.1.4.1: complexity, regular change and lock-out; the figures are the installation's. */
export interface PasswordRules {
  shortest: number
  failuresBeforeLock: number
  lockMinutes: number
  /** After so many days a password must be changed. */
  mostDays: number
  /** None of so many last passwords may come back. */
  remembered: number
}

export const passwordRules: PasswordRules = {
  shortest: 8,
  failuresBeforeLock: 5,
  lockMinutes: 15,
  mostDays: 90,
  remembered: 5,
}

const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/]

/** @throws when the password is short, of too few kinds of characters, holds the account name, or is a common one */
export function checkPassword(
  password: string,
  account: string,
  { field = 'password', rules = passwordRules }: { field?: string; rules?: PasswordRules } = {},
): void {
  const kinds = classes.filter((kind) => kind.test(password)).length
  const namesItself = password.toLowerCase().includes(account.toLowerCase())
  if ([...password].length < rules.shortest || kinds < 3 || namesItself)
    throw refuse('password-weak', { length: rules.shortest }, { field })
  if (isCommon(password)) throw refuse('password-common', {}, { field })
}

/** Whether a password was set so long ago that it must be changed. */
export const isAged = (changedAt: Date, now: Date, rules = passwordRules): boolean =>
  now.getTime() - changedAt.getTime() > rules.mostDays * 86_400_000
