import type { Module } from '../module.ts'
import { facts } from './facts/index.ts'
import type { PetitionMeans } from './means.ts'
import { policy } from './policy.ts'
import { statisticsRoutes } from './statistics-routes.ts'

/** 诉求: residents' claims from intake to 销号, their clocks and what they climb by (6.4). */
export const petitionsModule = (_means: PetitionMeans): Module => ({
  name: 'petitions',
  uses: ['organisations', 'accounts', 'documents', 'calendar'],
  policy,
  routes: [...statisticsRoutes],
  facts,
})
