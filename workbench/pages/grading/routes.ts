import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const gradingRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading',
    component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading/tasks/$task',
    component: lazyRouteComponent(() => import('./task/TaskPage.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading/tasks/$task/sheet',
    component: lazyRouteComponent(() => import('./task/SheetPage.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading/draw',
    component: lazyRouteComponent(() => import('./draw/DrawPage.tsx'), 'DrawPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading/conflicts',
    component: lazyRouteComponent(() => import('./conflicts/ConflictsPage.tsx'), 'ConflictsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/grading/ties',
    component: lazyRouteComponent(() => import('./ties/TiesPage.tsx'), 'TiesPage'),
  }),
] as const
