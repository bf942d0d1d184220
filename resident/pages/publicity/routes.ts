import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { textsOf } from '../../app/search.ts'

export const publicityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/publicity',
  component: lazyRouteComponent(() => import('./PublicityPage.tsx'), 'PublicityPage'),
})

export const objectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/publicity/objection',
  validateSearch: textsOf('round', 'subject'),
  component: lazyRouteComponent(() => import('./ObjectionPage.tsx'), 'ObjectionPage'),
})

export const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receipts',
  validateSearch: textsOf('number', 'fresh'),
  component: lazyRouteComponent(() => import('./ReceiptPage.tsx'), 'ReceiptPage'),
})
