import * as contract from '../../../contracts/audit-trail/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { recordVerification, runVerification } from './actions/verify.ts'
import { entries, entryById } from './queries/entries.ts'
import { status } from './queries/status.ts'

/** @param sealFile the last seal as it is kept outside the database */
export const routes = (sealFile: string): Route[] => [
  route(contract.listEntries, ({ query, ctx }) => entries(ctx, query)),
  route(contract.getEntry, ({ params, ctx }) => entryById(ctx, params.id)),
  route(contract.trailStatus, ({ ctx }) => status(ctx)),
  route(
    contract.verifyTrail,
    async ({ ctx, perform }) => await perform(recordVerification, await runVerification(ctx, sealFile)),
    { perMinute: 6 },
  ),
]
