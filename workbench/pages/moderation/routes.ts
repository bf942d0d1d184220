import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const moderationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/moderation',
    component: lazyRouteComponent(() => import('./ReviewsPage.tsx'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/moderation/reviews/$id',
    component: lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/moderation/agreement',
    component: lazyRouteComponent(() => import('./AgreementPage.tsx'), 'AgreementPage'),
  }),
] as const
