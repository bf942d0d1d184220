import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { textsOf } from '../../app/search.ts'

export const linkedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/c/$token',
  component: lazyRouteComponent(() => import('./LinkedPage.tsx'), 'LinkedPage'),
})

export const lookUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claims',
  validateSearch: textsOf('number'),
  component: lazyRouteComponent(() => import('./LookUpPage.tsx'), 'LookUpPage'),
})

export const placeClaimsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/$id',
  component: lazyRouteComponent(() => import('./PlaceClaimsPage.tsx'), 'PlaceClaimsPage'),
})
