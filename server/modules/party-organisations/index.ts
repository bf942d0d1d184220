import { standingOrganisations } from './queries/standing.ts'
import type { Module } from '../module.ts'
import { coverageSheet } from './actions/record-coverage.ts'
import { organisationSheet } from './actions/record-organisations.ts'
import { exportRoutes } from './exports.ts'
import type { PartyLimits } from './limits.ts'
import { facts } from './facts/index.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'

export type { PartyLimits } from './limits.ts'

/** Party organisations of bodies and projects, and what Party work covers. */
export const partyOrganisationsModule = ({ demo, ...limits }: PartyLimits & { demo: boolean }): Module => ({
  name: 'party-organisations',
  uses: ['organisations'],
  policy,
  routes: [...exportRoutes(demo), ...routes(limits)],
  sheets: [{ ...organisationSheet(limits), standing: standingOrganisations }, coverageSheet],
  facts,
})
