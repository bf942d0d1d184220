import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../../api/session.ts'
import { shellRoute } from '../../app/root.tsx'
import { firstPage } from './first-page.ts'

const getParentRoute = () => shellRoute

export const petitionRoutes = [
  createRoute({
    getParentRoute,
    path: '/petitions',
    beforeLoad: async ({ context }) => {
      const me = await context.queryClient.ensureQueryData(sessionQuery)
      throw redirect({ href: firstPage(me), replace: true })
    },
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/desk',
    component: lazyRouteComponent(() => import('./desk/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/supervision',
    component: lazyRouteComponent(() => import('./desk/SupervisionPage.tsx'), 'SupervisionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/claims',
    component: lazyRouteComponent(() => import('./claims/ClaimsPage.tsx'), 'ClaimsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/claims/$id',
    component: lazyRouteComponent(() => import('./claim/ClaimPage.tsx'), 'ClaimPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/file',
    component: lazyRouteComponent(() => import('./file/FileClaimPage.tsx'), 'FileClaimPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/whistles',
    component: lazyRouteComponent(() => import('./whistles/WhistlesPage.tsx'), 'WhistlesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/whistles/new',
    component: lazyRouteComponent(() => import('./whistles/BlowWhistlePage.tsx'), 'BlowWhistlePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/whistles/$id',
    component: lazyRouteComponent(() => import('./whistles/WhistlePage.tsx'), 'WhistlePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/ledger',
    component: lazyRouteComponent(() => import('./ledgers/WorkLedgerPage.tsx'), 'WorkLedgerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/monthly',
    component: lazyRouteComponent(() => import('./ledgers/MonthlyPage.tsx'), 'MonthlyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/key-issues',
    component: lazyRouteComponent(() => import('./ledgers/KeyListPage.tsx'), 'KeyListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/heat',
    component: lazyRouteComponent(() => import('./heat/HeatPage.tsx'), 'HeatPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/mass-incidents',
    component: lazyRouteComponent(() => import('./incidents/MassIncidentsPage.tsx'), 'MassIncidentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/mass-incidents/new',
    component: lazyRouteComponent(() => import('./incidents/RecordIncidentPage.tsx'), 'RecordIncidentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/petitions/openings',
    component: lazyRouteComponent(() => import('./openings/OpeningsPage.tsx'), 'OpeningsPage'),
  }),
] as const
