import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const noticeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/notices',
    component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/demo-inbox',
    component: lazyRouteComponent(() => import('./DemoInboxPage.tsx'), 'DemoInboxPage'),
  }),
] as const
