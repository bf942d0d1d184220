import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { type Me, whoAmI } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { may, sessionQuery } from '../../api/session.ts'
import { type FieldPerson, recallPerson, rememberPerson } from './store/person.ts'

export interface Here extends FieldPerson {
  mayGrade: boolean
}

/** So long a weak network may take to say who is signed in before the page opens without it. */
const patienceMs = 4_000
const offlineKey = ['field', 'person']

/**
 * Who uses the page: whom the server knows, or without a network who was here last.
 * @throws a redirect to sign in, or the fault where nobody was here before
 */
export async function whoIsHere(client: QueryClient, back: string): Promise<Here> {
  const known = client.getQueryData(sessionQuery.queryKey)
  if (known) return entered(known, back)
  const before = client.getQueryData<Here>(offlineKey)
  if (before) return before
  const me = await asked().catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401)
      throw redirect({ to: '/sign-in', search: { back }, reloadDocument: true })
    return offline(client, error)
  })
  if ('mayGrade' in me) return me
  client.setQueryData(sessionQuery.queryKey, me)
  return entered(me, back)
}

async function asked(): Promise<Me> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  const options = { signal: stop.signal, mayBeSignedOut: true }
  return await call(whoAmI, {}, options).finally(() => clearTimeout(timer))
}

/** @throws what went wrong, where the server refused or nobody was here before */
function offline(client: QueryClient, error: unknown): Here {
  const last = error instanceof Problem ? null : recallPerson()
  if (last === null) throw error
  const here = { ...last, mayGrade: true }
  client.setQueryData(offlineKey, here)
  return here
}

function entered(me: Me, back: string): Here {
  const step = me.hold === null ? null : me.hold === 'change-password' ? '/password' : '/second-factor'
  if (step !== null) throw redirect({ to: step, search: { back }, reloadDocument: true })
  const here = { accountId: me.accountId, displayName: me.displayName, mayGrade: may(me, 'grading.grade') }
  if (here.mayGrade) rememberPerson(here)
  return here
}
