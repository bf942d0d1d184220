import * as contract from '../../../contracts/organisations/staff.ts'
import type { Action } from '../../access/action.ts'
import { type Route, route } from '../../access/route.ts'
import type { RecordedRows } from '../sheet-action.ts'
import type { Cell, SheetRow } from '../sheet-kind.ts'
import { mergePlaces, splitPlace } from './actions/merge-places.ts'
import { movePlaceAction, renamePlace } from './actions/change-place.ts'
import { attestPost, endPost } from './actions/change-post.ts'
import { editBody } from './actions/edit-body.ts'
import { editCompound } from './actions/edit-compound.ts'
import { endContract } from './actions/end-contract.ts'
import { recordBodiesAction } from './actions/record-bodies.ts'
import { recordCommitteesAction } from './actions/record-committees.ts'
import { recordCompoundsAction } from './actions/record-compounds.ts'
import { recordContractsAction } from './actions/record-contracts.ts'
import { recordEnterprisesAction } from './actions/record-enterprises.ts'
import { recordPlacesAction } from './actions/record-places.ts'
import { recordPostsAction } from './actions/record-posts.ts'
import { recordStaffingAction } from './actions/record-staffing.ts'
import { revealPerson } from './actions/reveal-person.ts'
import { exportRoutes } from './exports.ts'
import { bodies, bodyById } from './queries/bodies.ts'
import { committees } from './queries/committees.ts'
import { compoundPage } from './queries/compound-page.ts'
import { compoundById, compounds } from './queries/compounds.ts'
import { contracts } from './queries/contracts.ts'
import { placeById, places } from './queries/places.ts'
import { posts } from './queries/posts.ts'
import { search } from './queries/search.ts'
import { staff } from './queries/staff.ts'

type Perform = <I, O>(action: Action<I, O>, input: I) => Promise<O>

/** A form is a sheet of one row: the same checks, the same refusals. @returns the id of the record made or found */
export async function recordOne(
  perform: Perform,
  action: Action<SheetRow[], RecordedRows>,
  form: Record<string, Cell | undefined>,
): Promise<{ id: string }> {
  const cells = Object.fromEntries(Object.entries(form).map(([key, cell]) => [key, cell ?? null]))
  const { rows } = await perform(action, [{ row: 1, cells }])
  return { id: rows[0]?.id ?? '' }
}

const listRoutes: Route[] = [
  route(contract.listPlaces, ({ query, ctx }) => places(ctx, query)),
  route(contract.getPlace, ({ params, ctx }) => placeById(ctx, params.id)),
  route(contract.createPlace, ({ body, perform }) => recordOne(perform, recordPlacesAction, body)),
  route(contract.renamePlace, ({ params, body, perform }) => perform(renamePlace, { ...params, ...body })),
  route(contract.movePlace, ({ params, body, perform }) => perform(movePlaceAction, { ...params, ...body })),
  route(contract.mergePlaces, ({ params, body, perform }) => perform(mergePlaces, { ...params, ...body })),
  route(contract.splitPlace, ({ params, body, perform }) => perform(splitPlace, { ...params, ...body })),
  route(contract.listCompounds, ({ query, ctx }) => compounds(ctx, query)),
  route(contract.getCompound, ({ params, ctx }) => compoundById(ctx, params.id)),
  route(contract.getCompoundPage, ({ params, ctx }) => compoundPage(ctx, params.id)),
  route(contract.createCompound, ({ body, perform }) => {
    const { committeeImpossibleReason: committeeImpossible, ...rest } = body
    return recordOne(perform, recordCompoundsAction, { ...rest, committeeImpossible })
  }),
  route(contract.editCompound, ({ params, body, perform }) => perform(editCompound, { ...params, ...body })),
  route(contract.listBodies, ({ query, ctx }) => bodies(ctx, query)),
  route(contract.getBody, ({ params, ctx }) => bodyById(ctx, params.id)),
  route(contract.createEnterprise, ({ body, perform }) => recordOne(perform, recordEnterprisesAction, body)),
  route(contract.createBody, ({ body, perform }) => recordOne(perform, recordBodiesAction, body)),
  route(contract.editBody, ({ params, body, perform }) => perform(editBody, { ...params, ...body })),
  route(contract.listCommittees, ({ query, ctx }) => committees(ctx, query)),
  route(contract.createCommittee, ({ body, perform }) => recordOne(perform, recordCommitteesAction, body)),
  route(contract.listContracts, ({ query, ctx }) => contracts(ctx, query)),
  route(contract.createContract, ({ body, perform }) => recordOne(perform, recordContractsAction, body)),
  route(contract.endContract, ({ params, body, perform }) => perform(endContract, { ...params, ...body })),
  route(contract.listPosts, ({ query, ctx }) => posts(ctx, query)),
  route(contract.createPost, ({ body, perform }) => recordOne(perform, recordPostsAction, body)),
  route(contract.endPost, ({ params, body, perform }) => perform(endPost, { ...params, ...body })),
  route(contract.attestPost, ({ params, body, perform }) => perform(attestPost, { ...params, ...body })),
  route(contract.revealPerson, ({ params, body, perform }) => perform(revealPerson, { ...params, ...body })),
  route(contract.listStaff, ({ query, ctx }) => staff(ctx, query)),
  route(contract.createStaff, ({ body, perform }) => recordOne(perform, recordStaffingAction, body)),
  route(contract.search, ({ query, ctx }) => search(ctx, query)),
]

/** @param demo whether exported lists carry the mark of a demonstration */
export const routes = (demo: boolean): Route[] => [...exportRoutes(demo), ...listRoutes]
