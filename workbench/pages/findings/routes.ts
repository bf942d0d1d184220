import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'
import { incidentsAddress } from './addresses.ts'

export const findingRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings',
    beforeLoad: () => {
      throw redirect({ href: incidentsAddress })
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/incidents',
    component: lazyRouteComponent(() => import('./IncidentsPage.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/incidents/new',
    component: lazyRouteComponent(() => import('./NewIncidentPage.tsx'), 'NewIncidentPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/incidents/$id',
    component: lazyRouteComponent(() => import('./IncidentPage.tsx'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/decisions',
    component: lazyRouteComponent(() => import('./DecisionsPage.tsx'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/decisions/new',
    component: lazyRouteComponent(() => import('./NewDecisionPage.tsx'), 'NewDecisionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/findings/decisions/$id',
    component: lazyRouteComponent(() => import('./DecisionPage.tsx'), 'DecisionPage'),
  }),
] as const
