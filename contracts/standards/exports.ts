import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { listLimits, listRequirements, listRulings } from './staff.ts'

/** The answer is a file, not JSON. */
const file = z.unknown()

export const exportRequirements = endpoint({
  method: 'GET',
  path: '/api/standards/requirements/export',
  verb: listRequirements.verb,
  summary: '导出要求清单（Excel）',
  query: listRequirements.query,
  response: file,
})
export const exportLimits = endpoint({
  method: 'GET',
  path: '/api/standards/limits/export',
  verb: listLimits.verb,
  summary: '导出限值清单（Excel）',
  query: listLimits.query,
  response: file,
})
export const exportRulings = endpoint({
  method: 'GET',
  path: '/api/standards/rulings/export',
  verb: listRulings.verb,
  summary: '导出裁定清单（Excel）',
  query: listRulings.query,
  response: file,
})
