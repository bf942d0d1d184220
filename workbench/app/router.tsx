import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { whenSessionEnds } from '../api/client.ts'
import { accountRoutes } from '../pages/accounts-admin/routes.ts'
import { bareRoutes, heldRoutes, securityRoute } from '../pages/accounts/routes.ts'
import { archiveRoutes } from '../pages/archives/routes.ts'
import { auditRoutes } from '../pages/audit-trail/routes.ts'
import { calendarRoutes } from '../pages/calendar/routes.ts'
import { evaluationRoutes } from '../pages/evaluation/routes.ts'
import { exchangeRoutes } from '../pages/exchange/routes.ts'
import { fieldRoutes } from '../pages/field/routes.ts'
import { gradingRoutes } from '../pages/grading/routes.ts'
import { findingRoutes } from '../pages/findings/routes.ts'
import { importRoutes } from '../pages/imports/routes.ts'
import { moderationRoutes } from '../pages/moderation/routes.ts'
import { noticeRoutes } from '../pages/notices/routes.ts'
import { organisationRoutes } from '../pages/organisations/routes.ts'
import { petitionRoutes } from '../pages/petitions/routes.ts'
import { publicityRoutes } from '../pages/publicity/routes.ts'
import { selfReportRoutes } from '../pages/self-reports/routes.ts'
import { standardsRoutes } from '../pages/standards/routes.ts'
import { worklistRoutes } from '../pages/worklist/routes.ts'
import { ErrorState } from '../parts/states/ErrorState.tsx'
import { Loading } from '../parts/states/Loading.tsx'
import { NotFound } from '../parts/states/NotFound.tsx'
import { rootRoute, shellRoute, signedInRoute } from './root.tsx'
import { parseSearch, stringifySearch } from './search.ts'

const routeTree = rootRoute.addChildren([
  ...bareRoutes,
  fieldRoutes,
  signedInRoute.addChildren([
    ...heldRoutes,
    shellRoute.addChildren([
      ...worklistRoutes,
      ...petitionRoutes,
      ...evaluationRoutes,
      ...selfReportRoutes,
      ...findingRoutes,
      ...gradingRoutes,
      ...moderationRoutes,
      ...publicityRoutes,
      ...archiveRoutes,
      ...standardsRoutes,
      ...organisationRoutes,
      ...importRoutes,
      ...calendarRoutes,
      ...accountRoutes,
      ...auditRoutes,
      ...noticeRoutes,
      ...exchangeRoutes,
      securityRoute,
    ]),
  ]),
])

export function makeRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    // Loading again asks anew; only clearing the boundary would show the same failure.
    defaultErrorComponent: ({ error }) => (
      <ErrorState error={error} onRetry={() => void router.invalidate()} page />
    ),
    defaultNotFoundComponent: NotFound,
  })
  whenSessionEnds(() => {
    const { pathname, href } = router.state.location
    if (pathname === '/sign-in') return
    queryClient.removeQueries({ queryKey: ['session'] })
    void router.navigate({ to: '/sign-in', search: { back: href, ended: '1' } })
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
