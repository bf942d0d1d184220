import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const publicityRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/objections',
    component: lazyRouteComponent(() => import('./ObjectionsPage.tsx'), 'ObjectionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/objections/$id',
    component: lazyRouteComponent(() => import('./ObjectionPage.tsx'), 'ObjectionPage'),
  }),
] as const
