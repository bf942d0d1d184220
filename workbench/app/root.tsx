import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { Problem } from '../api/problem.ts'
import { sessionQuery } from '../api/session.ts'
import type { AddressSearch } from './search.ts'
import { readSearch } from './search.ts'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): AddressSearch => readSearch(search),
})

/** Everything behind sign-in. Asks who is there first, so that pages never render without a person. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      const unknownPerson = error instanceof Problem && error.status === 401
      if (unknownPerson) throw redirect({ to: '/sign-in', search: { back: location.href } })
      throw error
    })
    const step = me.hold === null ? null : me.hold === 'change-password' ? '/password' : '/second-factor'
    if (step !== null && location.pathname !== step)
      throw redirect({ to: step, search: { back: location.href } })
    return { me }
  },
})

/** The frame with navigation, search and place: all working pages hang below it. */
export const shellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('../layout/Shell.tsx'), 'Shell'),
})
