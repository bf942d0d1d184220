import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const standardsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards',
    beforeLoad: () => {
      throw redirect({ href: '/standards/tables/A.1' })
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/tables/$table',
    component: lazyRouteComponent(() => import('./TablePage.tsx'), 'TablePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/clauses',
    component: lazyRouteComponent(() => import('./ClausesPage.tsx'), 'ClausesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/requirements',
    component: lazyRouteComponent(() => import('./RequirementsPage.tsx'), 'RequirementsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/limits',
    component: lazyRouteComponent(() => import('./LimitsPage.tsx'), 'LimitsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/rulings',
    component: lazyRouteComponent(() => import('./RulingsPage.tsx'), 'RulingsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/coverage',
    component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/check',
    component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/drafts',
    component: lazyRouteComponent(() => import('./editions/EditionsPage.tsx'), 'EditionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/drafts/new',
    component: lazyRouteComponent(() => import('./editions/CopyEditionPage.tsx'), 'CopyEditionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/drafts/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ href: `/standards/drafts/${params.id}/A.1` })
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/standards/drafts/$id/$view',
    component: lazyRouteComponent(() => import('./editions/DraftPage.tsx'), 'DraftPage'),
  }),
] as const
