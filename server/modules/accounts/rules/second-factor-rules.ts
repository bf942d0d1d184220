import { type Role, separatedAdministrators } from '../../../../contracts/accounts/words.ts'

/**
 * Who shows a second factor, and when (GB/T 22239-2019 8.1.4.1: two kinds of proof for administrators). The one list:
 * a module whose verbs weigh as much names them here.
 */
export const needsSecondFactor: { roles: readonly Role[]; verbs: readonly string[] } = {
  /** At every sign-in. */
  roles: separatedAdministrators,
  /** Before the first of these in a session, whoever does it. */
  verbs: [
    'evaluation.publish-round',
    'evaluation.finalise-round',
    'evaluation.archive-round',
    'moderation.confirm',
    'moderation.choose',
    'publicity.assign-appeals',
    'publicity.decide-appeals',
    'publicity.propose-corrections',
    'publicity.decide-corrections',
    'findings.settle-decision',
    'standards.approve-edition',
    'archives.issue-certificates',
  ],
}

export const secondFactorRules = {
  digits: 6,
  periodSeconds: 30,
  /** Clocks of telephones go wrong: so many periods before and after are taken too. */
  periodsOff: 1,
  recoveryCodes: 8,
  /** How long a secret that was shown may wait for its first code. */
  enrolmentMinutes: 30,
}

/** How a session stands at a moment. */
export interface Standing {
  enrolled: boolean
  /** The session has shown the second factor. */
  proved: boolean
  roles: readonly Role[]
  /** The password is one that somebody else has seen. */
  mustChangePassword: boolean
  passwordAged: boolean
  /** Signed in at the identity provider: the password here plays no part. */
  byIdentity: boolean
}

export type Hold = 'second-factor-needed' | 'must-change-password' | 'password-aged' | 'second-factor-missing'

/**
 * What must be done before anything else. The code comes before the password: whoever holds a stolen one-time
 * password alone must not get as far as replacing it.
 */
export function holdOf(standing: Standing): Hold | undefined {
  const { enrolled, proved, roles, mustChangePassword, passwordAged, byIdentity } = standing
  if (enrolled && !proved) return 'second-factor-needed'
  if (mustChangePassword && !byIdentity) return 'must-change-password'
  if (passwordAged && !byIdentity) return 'password-aged'
  const required = needsSecondFactor.roles.some((role) => roles.includes(role))
  return required && !proved ? 'second-factor-missing' : undefined
}
