import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { coverageWay, organisationForm } from './words.ts'

export const organisationRow = z.object({
  id,
  name: z.string(),
  form: organisationForm,
  placeId: id,
  placeName: z.string(),
  hostId: id.nullable(),
  hostName: z.string().nullable(),
  projectId: id.nullable(),
  projectName: z.string().nullable(),
  formalMembers: z.number().int(),
  foundedOn: day,
  /** The last day on which it was; null while it is. */
  to: day.nullable(),
  /** Bodies and projects covered today. */
  covers: z.number().int(),
  version: z.number().int(),
  can,
})
export const coverageRow = z.object({
  id,
  how: coverageWay,
  bodyId: id.nullable(),
  bodyName: z.string().nullable(),
  compoundId: id.nullable(),
  compoundName: z.string().nullable(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  instructorMask: z.string().nullable(),
  from: day,
  to: day.nullable(),
  version: z.number().int(),
  can,
})

export const listPartyOrganisations = endpoint({
  method: 'GET',
  path: '/api/party-organisations/organisations',
  verb: 'party-organisations.see',
  summary: '党组织列表',
  query: z.object({
    ...paging,
    place: id.optional(),
    host: id.optional(),
    form: organisationForm.optional(),
    text: z.string().max(60).optional(),
    past: z.enum(['yes', 'no']).default('no'),
  }),
  response: page(organisationRow),
})
export const getPartyOrganisation = endpoint({
  method: 'GET',
  path: '/api/party-organisations/organisations/:id',
  verb: 'party-organisations.see',
  summary: '党组织档案',
  params: z.object({ id }),
  response: z.object({
    ...organisationRow.shape,
    coverage: z.array(coverageRow),
    timeline: z.array(z.object({ at: z.string(), verb: z.string(), summary: z.string() })),
  }),
})
export const createPartyOrganisation = endpoint({
  method: 'POST',
  path: '/api/party-organisations/organisations',
  verb: 'party-organisations.record-organisations',
  summary: '登记党组织',
  body: z.object({
    name: z.string().trim().min(1).max(120),
    place: z.string(),
    form: organisationForm,
    body: z.string().nullish(),
    compound: z.string().nullish(),
    formalMembers: z.number().int(),
    foundedOn: day,
    to: day.nullish(),
  }),
  response: z.object({ id }),
})
export const editPartyOrganisation = endpoint({
  method: 'PUT',
  path: '/api/party-organisations/organisations/:id',
  verb: 'party-organisations.edit-organisation',
  summary: '变更正式党员人数或组建方式，或登记撤销',
  params: z.object({ id }),
  body: z.object({
    form: organisationForm,
    formalMembers: z.number().int(),
    to: day.nullable(),
    version: z.number().int(),
  }),
  response: z.object({ version: z.number().int() }),
})
export const listCoverage = endpoint({
  method: 'GET',
  path: '/api/party-organisations/coverage',
  verb: 'party-organisations.see',
  summary: '党的组织和工作覆盖列表',
  query: z.object({
    ...paging,
    place: id.optional(),
    body: id.optional(),
    compound: id.optional(),
    organisation: id.optional(),
    how: coverageWay.optional(),
    past: z.enum(['yes', 'no']).default('no'),
  }),
  response: page(coverageRow),
})
export const createCoverage = endpoint({
  method: 'POST',
  path: '/api/party-organisations/coverage',
  verb: 'party-organisations.record-coverage',
  summary: '登记覆盖或派驻',
  body: z.object({
    body: z.string().nullish(),
    compound: z.string().nullish(),
    how: coverageWay,
    organisation: z.string().nullish(),
    organisationPlace: z.string().nullish(),
    instructor: z.string().trim().max(40).nullish(),
    phone: z.string().nullish(),
    from: day,
    to: day.nullish(),
  }),
  response: z.object({ id }),
})
export const endCoverage = endpoint({
  method: 'POST',
  path: '/api/party-organisations/coverage/:id/end',
  verb: 'party-organisations.end-coverage',
  summary: '登记覆盖或派驻结束',
  params: z.object({ id }),
  body: z.object({ lastDay: day, version: z.number().int() }),
  response: z.object({ version: z.number().int() }),
})

/** The answers are files, not JSON; a file has no pages. */
const paged = { after: true, limit: true } as const
export const exportPartyOrganisations = endpoint({
  method: 'GET',
  path: '/api/party-organisations/organisations/export',
  verb: 'party-organisations.see',
  summary: '导出党组织列表（Excel）',
  query: (listPartyOrganisations.query as NonNullable<typeof listPartyOrganisations.query>).omit(paged),
  response: z.unknown(),
})
export const exportCoverage = endpoint({
  method: 'GET',
  path: '/api/party-organisations/coverage/export',
  verb: 'party-organisations.see',
  summary: '导出党的组织和工作覆盖列表（Excel）',
  query: (listCoverage.query as NonNullable<typeof listCoverage.query>).omit(paged),
  response: z.unknown(),
})
