import * as contract from '../../../contracts/findings/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { amendIncident, withdrawIncident } from './actions/change-incident.ts'
import { proposeDecision } from './actions/propose-decision.ts'
import { recordIncident } from './actions/record-incident.ts'
import { settleDecision, withdrawDecision } from './actions/settle-decision.ts'
import { stateOnIncident } from './actions/state-on-incident.ts'
import { findingsExports } from './exports.ts'
import type { EditionsAsked } from './papers.ts'
import { decisionPage, decisions, rowsToDecide } from './queries/decisions.ts'
import { incidentPage, incidents } from './queries/incidents.ts'
import { negativeRows } from './queries/negative-rows.ts'

export function findingsRoutes(editions: EditionsAsked, demo: boolean): Route[] {
  const { standing } = editions
  const record = recordIncident(editions)
  const amend = amendIncident(editions)
  const propose = proposeDecision(editions)
  return [
    route(contract.listNegativeRows, async ({ query }) => negativeRows(standing, query.year)),
    route(contract.listIncidents, ({ query, ctx }) => incidents(ctx, standing, query)),
    route(contract.getIncident, ({ params, ctx }) => incidentPage(ctx, standing, params.id)),
    route(contract.recordIncident, ({ body, perform }) => perform(record, body)),
    route(contract.amendIncident, ({ params, body, perform }) => perform(amend, { ...params, ...body })),
    route(contract.withdrawIncident, ({ params, body, perform }) =>
      perform(withdrawIncident, { ...params, ...body }),
    ),
    route(contract.stateOnIncident, ({ params, body, perform }) =>
      perform(stateOnIncident, { ...params, ...body }),
    ),
    route(contract.listDecisions, ({ query, ctx }) => decisions(ctx, standing, query)),
    route(contract.listDecidableRows, ({ query, ctx }) => rowsToDecide(ctx, editions, query)),
    route(contract.getDecision, ({ params, ctx }) => decisionPage(ctx, standing, params.id)),
    route(contract.proposeDecision, ({ body, perform }) => perform(propose, body)),
    route(contract.settleDecision, ({ params, body, perform }) =>
      perform(settleDecision, { ...params, ...body }),
    ),
    route(contract.withdrawDecision, ({ params, body, perform }) =>
      perform(withdrawDecision, { ...params, ...body }),
    ),
    ...findingsExports(standing, demo),
  ]
}
