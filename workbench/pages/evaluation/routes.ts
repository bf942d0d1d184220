import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const evaluationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation',
    beforeLoad: () => {
      throw redirect({ href: '/evaluation/rounds' })
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds',
    component: lazyRouteComponent(() => import('./rounds/RoundsPage.tsx'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/new',
    component: lazyRouteComponent(() => import('./rounds/OpenRoundPage.tsx'), 'OpenRoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/$round',
    component: lazyRouteComponent(() => import('./rounds/RoundPage.tsx'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/$round/scores',
    component: lazyRouteComponent(() => import('./scores/ScoresPage.tsx'), 'ScoresPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/$round/missing',
    component: lazyRouteComponent(() => import('./missing/MissingPage.tsx'), 'MissingPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/$round/statistics',
    component: lazyRouteComponent(() => import('./statistics/StatisticsPage.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/rounds/$round/subjects/$subject',
    component: lazyRouteComponent(() => import('./subject/SubjectPage.tsx'), 'SubjectPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/facts',
    component: lazyRouteComponent(() => import('./facts/FactsPage.tsx'), 'FactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/evaluation/facts/new',
    component: lazyRouteComponent(() => import('./facts/DeclareFactPage.tsx'), 'DeclareFactPage'),
  }),
] as const
