import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { textsOf } from '../../app/search.ts'

export const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results',
  validateSearch: textsOf('round', 'kind', 'district', 'street', 'band', 'text'),
  component: lazyRouteComponent(() => import('./ResultsPage.tsx'), 'ResultsPage'),
})
