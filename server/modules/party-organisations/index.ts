import { defineSheetAction } from '../sheet-action.ts'
import type { Module } from '../module.ts'
import { coverageSheet } from './actions/record-coverage.ts'
import { organisationSheet } from './actions/record-organisations.ts'
import type { PartyLimits } from './limits.ts'
import { facts } from './facts/index.ts'
import { policy } from './policy.ts'

export { recordCoverageAction } from './actions/record-coverage.ts'
export type { PartyLimits } from './limits.ts'
export { coverage, organisation } from './policy.ts'

/** The bulk action behind the sheet; the three-member limit comes from the rule-book. */
export const recordPartyOrganisationsAction = (limits: PartyLimits) => defineSheetAction(organisationSheet(limits))

/** Party organisations of bodies and projects, and what Party work covers. */
export const partyOrganisationsModule = (limits: PartyLimits): Module => ({
  name: 'party-organisations',
  uses: ['organisations'],
  policy,
  routes: [],
  sheets: [organisationSheet(limits), coverageSheet],
  facts,
})
