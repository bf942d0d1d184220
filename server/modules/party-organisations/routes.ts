import * as contract from '../../../contracts/party-organisations/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { recordOne } from '../organisations/index.ts'
import { editOrganisation } from './actions/edit-organisation.ts'
import { endCoverage } from './actions/end-coverage.ts'
import { recordCoverageAction } from './actions/record-coverage.ts'
import { recordPartyOrganisationsAction } from './actions/record-organisations.ts'
import type { PartyLimits } from './limits.ts'
import { coverageList } from './queries/coverage.ts'
import { organisationById, organisations } from './queries/organisations.ts'

export function routes(limits: PartyLimits): Route[] {
  const record = recordPartyOrganisationsAction(limits)
  const edit = editOrganisation(limits)
  return [
    route(contract.listPartyOrganisations, ({ query, ctx }) => organisations(ctx, query)),
    route(contract.getPartyOrganisation, ({ params, ctx }) => organisationById(ctx, params.id)),
    route(contract.createPartyOrganisation, ({ body, perform }) => recordOne(perform, record, body)),
    route(contract.editPartyOrganisation, ({ params, body, perform }) =>
      perform(edit, { ...params, ...body }),
    ),
    route(contract.listCoverage, ({ query, ctx }) => coverageList(ctx, query)),
    route(contract.createCoverage, ({ body, perform }) => recordOne(perform, recordCoverageAction, body)),
    route(contract.endCoverage, ({ params, body, perform }) => perform(endCoverage, { ...params, ...body })),
  ]
}
