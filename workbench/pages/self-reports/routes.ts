import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const selfReportRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/self-reports',
    component: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/self-reports/contests',
    component: lazyRouteComponent(() => import('./ContestsPage.tsx'), 'ContestsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/self-reports/contests/$id',
    component: lazyRouteComponent(() => import('./ContestPage.tsx'), 'ContestPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/self-reports/$id',
    component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
  }),
] as const
