import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const organisationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations',
    beforeLoad: () => {
      throw redirect({ href: '/organisations/compounds' })
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/places',
    component: lazyRouteComponent(() => import('./places/PlacesPage.tsx'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/places/$id',
    component: lazyRouteComponent(() => import('./places/PlacePage.tsx'), 'PlacePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/places/$id/split',
    component: lazyRouteComponent(() => import('./places/SplitPage.tsx'), 'SplitPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/compounds',
    component: lazyRouteComponent(() => import('./compounds/CompoundsPage.tsx'), 'CompoundsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/compounds/new',
    component: lazyRouteComponent(() => import('./compounds/NewCompoundPage.tsx'), 'NewCompoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/compounds/$id',
    component: lazyRouteComponent(() => import('./compounds/CompoundPage.tsx'), 'CompoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/compounds/$id/edit',
    component: lazyRouteComponent(() => import('./compounds/EditCompoundPage.tsx'), 'EditCompoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/bodies',
    component: lazyRouteComponent(() => import('./bodies/BodiesPage.tsx'), 'BodiesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/bodies/$id',
    component: lazyRouteComponent(() => import('./bodies/BodyPage.tsx'), 'BodyPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/committees',
    component: lazyRouteComponent(() => import('./bodies/CommitteesPage.tsx'), 'CommitteesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/party',
    component: lazyRouteComponent(() => import('./party/PartyPage.tsx'), 'PartyPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/party/$id',
    component: lazyRouteComponent(() => import('./party/PartyOrganisationPage.tsx'), 'PartyOrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/organisations/coverage',
    component: lazyRouteComponent(() => import('./party/CoveragePage.tsx'), 'CoveragePage'),
  }),
] as const
