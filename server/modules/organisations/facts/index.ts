import type { FactSource } from '../../fact-source.ts'
import { committeeCoverage, committeeFormed, committeePartyShare } from './committees.ts'
import { enclosedManagement, professionalManagement, renovatedCompoundsManaged } from './compounds.ts'
import { headPartyStanding, projectHeadInPost } from './heads.ts'
import { partTimeMembersHeld } from './part-time-members.ts'
import { specialistStaffing } from './staffing.ts'

/** What the module tells of compounds, streets, communities and districts. */
export const facts: FactSource[] = [
  headPartyStanding,
  committeeFormed,
  committeePartyShare,
  partTimeMembersHeld,
  projectHeadInPost,
  specialistStaffing,
  professionalManagement,
  enclosedManagement,
  committeeCoverage,
  renovatedCompoundsManaged,
]
