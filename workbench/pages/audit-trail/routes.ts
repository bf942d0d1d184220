import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const auditRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./TrailPage.tsx'), 'TrailPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/audit/$id',
    component: lazyRouteComponent(() => import('./EntryPage.tsx'), 'EntryPage'),
  }),
] as const
