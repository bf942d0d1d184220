import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { linkedRoute, lookUpRoute, placeClaimsRoute } from '../pages/claim/routes.ts'
import { reportRoute } from '../pages/file-claim/routes.ts'
import { homeRoute } from '../pages/home/route.ts'
import { mineRoute, ownClaimRoute } from '../pages/my-claims/routes.ts'
import { openDataRoute } from '../pages/open-data/route.ts'
import { objectionRoute, publicityRoute, receiptRoute } from '../pages/publicity/routes.ts'
import { resultRoute } from '../pages/result/route.ts'
import { resultsRoute } from '../pages/results/route.ts'
import { verifyRoute, verifyStartRoute } from '../pages/verify/routes.ts'
import { Failed } from '../parts/Failed.tsx'
import { Loading } from '../parts/Loading.tsx'
import { rootRoute } from './root.tsx'
import { parseSearch, stringifySearch } from './search.ts'

const routeTree = rootRoute.addChildren([
  homeRoute,
  resultsRoute,
  resultRoute,
  publicityRoute,
  objectionRoute,
  receiptRoute,
  openDataRoute,
  verifyStartRoute,
  verifyRoute,
  reportRoute,
  mineRoute,
  ownClaimRoute,
  linkedRoute,
  lookUpRoute,
  placeClaimsRoute,
])

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/public',
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  })
