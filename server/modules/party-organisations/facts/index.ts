import type { FactSource } from '../../fact-source.ts'
import {
  committeesFoundedWithPartyOrganisation,
  committeesWithPartyCoverage,
  committeesWithPartyShare,
} from './committees.ts'
import { committeePartyCoverage, crossAppointment, projectPartyCoverage } from './compounds.ts'
import {
  enterprisePartyCoverage,
  enterprisePartyOrganisation,
  industryPartyStaff,
  projectPartyBranches,
} from './enterprises.ts'

/** What the module tells of compounds, enterprises, streets, communities and districts. */
export const facts: FactSource[] = [
  projectPartyCoverage,
  committeePartyCoverage,
  crossAppointment,
  enterprisePartyOrganisation,
  projectPartyBranches,
  committeesWithPartyShare,
  committeesWithPartyCoverage,
  committeesFoundedWithPartyOrganisation,
  industryPartyStaff,
  enterprisePartyCoverage,
]
