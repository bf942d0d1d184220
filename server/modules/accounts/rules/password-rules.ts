import { refuse } from '../problems.ts'

/** GB/T 22239-2019 8.1.4.1: complexity and lock-out; the figures are the installation's. */
export interface PasswordRules {
  shortest: number
  failuresBeforeLock: number
  lockMinutes: number
  idleMinutes: number
}

export const passwordRules: PasswordRules = {
  shortest: 8,
  failuresBeforeLock: 5,
  lockMinutes: 15,
  idleMinutes: 30,
}

const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/]

/** @throws when the password is short, of too few kinds of characters, or holds the account name */
export function checkPassword(password: string, account: string, rules = passwordRules): void {
  const kinds = classes.filter((kind) => kind.test(password)).length
  const namesItself = password.toLowerCase().includes(account.toLowerCase())
  if ([...password].length < rules.shortest || kinds < 3 || namesItself)
    throw refuse('password-weak', { length: rules.shortest }, { field: 'password' })
}
