import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { textsOf } from '../../app/search.ts'

export const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report',
  validateSearch: textsOf('at'),
  component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
})
