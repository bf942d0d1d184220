import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'

export const openDataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/open-data',
  component: lazyRouteComponent(() => import('./OpenDataPage.tsx'), 'OpenDataPage'),
})
