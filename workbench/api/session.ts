import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Me, whoAmI } from '../../contracts/accounts/staff.ts'
import { call } from './client.ts'

/** Who is signed in; every page of the shell has it loaded before it renders. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(whoAmI, {}, { signal, mayBeSignedOut: true }),
  staleTime: 5 * 60_000,
})

export function useMe(): Me {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether this person may do the verb somewhere: decides what is offered, never what is allowed. */
export function may(me: Me, verb: string): boolean {
  return me.verbs.includes(verb)
}

/** Called after sign-in: nothing the former person saw may stay in the page. */
export function useEnter(): (me: Me) => void {
  const client = useQueryClient()
  return (me) => {
    client.clear()
    client.setQueryData(sessionQuery.queryKey, me)
  }
}
