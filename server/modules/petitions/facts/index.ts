import type { FactSource } from '../../fact-source.ts'
import {
  complaintResolution,
  petitionSatisfaction,
  sanitationPetitions,
  whistleResponse,
} from './compounds.ts'
import { complaintsByProcedure, ledgerStruckOff, overdueEscalated, recordedAnswered } from './duties.ts'
import {
  dispatchedSolved,
  escalatedSolved,
  hotlineSolved,
  keySolved,
  massIncidents,
  whistlesAttended,
} from './localities.ts'
import { complexSolved, districtSupervised, localitySupervised } from './supervised.ts'

/** What claims, calls and incidents tell of compounds, enterprises, communities, streets, districts and the city. */
export const facts: FactSource[] = [
  complaintResolution,
  petitionSatisfaction,
  sanitationPetitions,
  whistleResponse,
  hotlineSolved,
  keySolved,
  localitySupervised,
  dispatchedSolved,
  massIncidents,
  whistlesAttended,
  escalatedSolved,
  districtSupervised,
  complexSolved,
  overdueEscalated,
  complaintsByProcedure,
  ledgerStruckOff,
  recordedAnswered,
]
