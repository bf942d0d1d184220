import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { listBodies, listCommittees } from './bodies.ts'
import { listCompounds } from './compounds.ts'
import { listContracts } from './contracts.ts'
import { listPlaces } from './places.ts'

/** The answer is a file, not JSON. */
const file = z.unknown()
/** A list's own filters: a file has no pages. */
const paging = { after: true, limit: true } as const

export const exportPlaces = endpoint({
  method: 'GET',
  path: '/api/organisations/places/export',
  verb: listPlaces.verb,
  summary: '导出区域列表（Excel）',
  query: (listPlaces.query as NonNullable<typeof listPlaces.query>).omit(paging),
  response: file,
})
export const exportCompounds = endpoint({
  method: 'GET',
  path: '/api/organisations/compounds/export',
  verb: listCompounds.verb,
  summary: '导出小区列表（Excel）',
  query: (listCompounds.query as NonNullable<typeof listCompounds.query>).omit(paging),
  response: file,
})
export const exportBodies = endpoint({
  method: 'GET',
  path: '/api/organisations/bodies/export',
  verb: listBodies.verb,
  summary: '导出机构列表（Excel）',
  query: (listBodies.query as NonNullable<typeof listBodies.query>).omit(paging),
  response: file,
})
export const exportCommittees = endpoint({
  method: 'GET',
  path: '/api/organisations/committees/export',
  verb: listCommittees.verb,
  summary: '导出业委会和物管会列表（Excel）',
  query: (listCommittees.query as NonNullable<typeof listCommittees.query>).omit(paging),
  response: file,
})
export const exportContracts = endpoint({
  method: 'GET',
  path: '/api/organisations/contracts/export',
  verb: listContracts.verb,
  summary: '导出物业服务合同列表（Excel）',
  query: (listContracts.query as NonNullable<typeof listContracts.query>).omit(paging),
  response: file,
})
