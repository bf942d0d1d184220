import * as contract from '../../../contracts/organisations/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { editCompound } from './actions/edit-compound.ts'
import { recordCompoundsAction } from './actions/record-compounds.ts'
import { compoundById, compounds } from './queries/compounds.ts'

export const routes: Route[] = [
  route(contract.listCompounds, ({ query, ctx }) => compounds(ctx, query)),
  route(contract.getCompound, ({ params, ctx }) => compoundById(ctx, params.id)),
  route(contract.createCompound, async ({ body, perform }) => {
    const { committeeImpossibleReason, ...rest } = body
    const cells = { ...rest, code: body.code ?? null, committeeImpossible: committeeImpossibleReason }
    const { rows } = await perform(recordCompoundsAction, [{ row: 1, cells }])
    return { id: rows[0]?.id ?? '' }
  }),
  route(contract.editCompound, ({ params, body, perform }) => perform(editCompound, { ...params, ...body })),
]
