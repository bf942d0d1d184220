import * as contract from '../../../contracts/audit-trail/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { recordVerification, runVerification } from './actions/verify.ts'
import { entryExport } from './exports.ts'
import { entries, entryById } from './queries/entries.ts'
import { status } from './queries/status.ts'

export interface AuditTrailOptions {
  /** The last seal as it is kept outside the database. */
  sealFile: string
  /** Whether exported lists carry the mark of a demonstration. */
  demo: boolean
}

export const routes = ({ sealFile, demo }: AuditTrailOptions): Route[] => [
  route(contract.listEntries, ({ query, ctx }) => entries(ctx, query)),
  entryExport(demo),
  route(contract.getEntry, ({ params, ctx }) => entryById(ctx, params.id)),
  route(contract.trailStatus, ({ ctx }) => status(ctx)),
  route(
    contract.verifyTrail,
    async ({ ctx, perform }) => await perform(recordVerification, await runVerification(ctx, sealFile)),
    { perMinute: 6 },
  ),
]
