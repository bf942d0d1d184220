import type { Route } from '../../access/route.ts'
import { clientRoutes } from './client-routes.ts'
import { hotlineRoutes } from './hotline-routes.ts'
import type { PetitionMeans } from './means.ts'
import { open311Routes } from './open311-routes.ts'

/** Doors for other systems, and their keys. */
export const systemRoutes = (means: PetitionMeans): Route[] => [
  ...open311Routes(means),
  ...hotlineRoutes(means),
  ...clientRoutes(means.demo),
]
