import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const archiveRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/archives',
    component: lazyRouteComponent(() => import('./RoundsPage.tsx'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/archives/register',
    component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/archives/$round',
    component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/archives/$round/evidence/$version',
    component: lazyRouteComponent(() => import('./EvidencePage.tsx'), 'EvidencePage'),
  }),
] as const
