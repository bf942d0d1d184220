import { claimStatistics, claimsBehind } from '../../../contracts/petitions/statistics.ts'
import { type Route, route } from '../../access/route.ts'
import { claimsOfFigure, statistics } from './queries/statistics.ts'

/** Figures about claims, and the claims behind each. */
export const statisticsRoutes: Route[] = [
  route(claimStatistics, ({ query, ctx }) => statistics(ctx, query)),
  route(claimsBehind, ({ query, ctx }) => claimsOfFigure(ctx, query)),
]
