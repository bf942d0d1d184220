import { createRoute } from '@tanstack/react-router'
import { roundsQuery } from '../../api/queries.ts'
import { rootRoute } from '../../app/root.tsx'
import { HomePage } from './HomePage.tsx'

/** The first screen: in the first file, not fetched after it. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(roundsQuery)
  },
  component: HomePage,
})
