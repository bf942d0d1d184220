import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { resultQuery } from '../../api/queries.ts'
import { rootRoute } from '../../app/root.tsx'

export const resultRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results/$roundId/$subjectId',
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(resultQuery(params.roundId, params.subjectId))
  },
  component: lazyRouteComponent(() => import('./ResultPage.tsx'), 'ResultPage'),
})
