import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { textsOf } from '../../app/search.ts'

export const mineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mine',
  component: lazyRouteComponent(() => import('./MinePage.tsx'), 'MinePage'),
})

export const ownClaimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mine/$number',
  validateSearch: textsOf('fresh', 'danger'),
  component: lazyRouteComponent(() => import('./OwnClaimPage.tsx'), 'OwnClaimPage'),
})
