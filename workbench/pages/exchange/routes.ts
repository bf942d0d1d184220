import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('./SubscriptionsPage.tsx'), 'SubscriptionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/new',
    component: lazyRouteComponent(() => import('./NewSubscriptionPage.tsx'), 'NewSubscriptionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/deliveries',
    component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/deliveries/$id',
    component: lazyRouteComponent(() => import('./DeliveryPage.tsx'), 'DeliveryPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/$id',
    component: lazyRouteComponent(() => import('./SubscriptionPage.tsx'), 'SubscriptionPage'),
  }),
] as const
