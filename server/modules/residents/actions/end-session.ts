import type { Context } from '../../../access/context.ts'
import { sessionDays } from '../rules/code-rules.ts'
import { endResidentSession } from '../storage/sessions.ts'

/** How long a browser may keep what it is known by. */
export const longestSessionSeconds = sessionDays.longest * 86_400

/** The browser of a token is known no longer. */
export const endOwnSession = async ({ db }: Context, token: string): Promise<void> =>
  await endResidentSession(db, token)
