import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { listMassIncidents, massIncidentFilters } from './mass-incidents.ts'
import { listOpenings, openingFilters } from './reporters.ts'
import { dutyFilters, listDuties } from './routing.ts'
import { claimStatistics, statisticsFilters } from './statistics.ts'

/** The answer is a file, not JSON. */
const file = z.unknown()

export const exportMassIncidents = endpoint({
  method: 'GET',
  path: '/api/petitions/mass-incidents/export',
  verb: listMassIncidents.verb,
  summary: '群体性事件认定（Excel）',
  query: z.object(massIncidentFilters),
  response: file,
})
export const exportOpenings = endpoint({
  method: 'GET',
  path: '/api/petitions/openings/export',
  verb: listOpenings.verb,
  summary: '身份解封申请（Excel）',
  query: z.object(openingFilters),
  response: file,
})
export const exportDuties = endpoint({
  method: 'GET',
  path: '/api/petitions/duties/export',
  verb: listDuties.verb,
  summary: '职责清单（Excel）',
  query: z.object(dutyFilters),
  response: file,
})
export const exportStatistics = endpoint({
  method: 'GET',
  path: '/api/petitions/statistics/export',
  verb: claimStatistics.verb,
  summary: '诉求指标统计（Excel）',
  query: z.object(statisticsFilters),
  response: file,
})
