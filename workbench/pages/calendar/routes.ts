import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/calendar/load',
    component: lazyRouteComponent(() => import('./LoadNoticePage.tsx'), 'LoadNoticePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/calendar/notices/$id',
    component: lazyRouteComponent(() => import('./NoticePage.tsx'), 'NoticePage'),
  }),
] as const
