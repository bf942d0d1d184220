import * as contract from '../../../contracts/standards/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { checkProposalText } from '../../rulebook/check-proposal.ts'
import { editionAt, type Editions } from '../../rulebook/load.ts'
import { exportRoutes } from './exports.ts'
import { clause, clauses } from './queries/clauses.ts'
import { coverage } from './queries/coverage.ts'
import { limits, requirements, rulings, search } from './queries/lists.ts'
import { editions, row, table } from './queries/tables.ts'

/** @param editions the papers of all published ones follow each other; a table or row is read by its own */
export function standardsRoutes(editionsOf: Editions): Route[] {
  const rulebook = editionsOf.standing
  const papersOf = async (id: string) => (await editionsOf.find(id)) ?? rulebook
  return [
    route(contract.listEditions, async ({ ctx }) => editions(rulebook, ctx.clock.today())),
    route(contract.getTable, async ({ params, ctx }) =>
      table(await papersOf(params.edition), params.edition, params.table, ctx.clock.today()),
    ),
    route(contract.getRow, async ({ params, query, ctx }) =>
      row(await papersOf(params.edition), params.edition, params.row, query.on ?? ctx.clock.today()),
    ),
    route(contract.listClauses, async () => clauses(rulebook)),
    route(contract.getClause, async ({ params, ctx }) => clause(rulebook, params.id, ctx.clock.today())),
    route(contract.listRequirements, async ({ query, ctx }) =>
      requirements(rulebook, query, ctx.clock.today()),
    ),
    route(contract.listLimits, async ({ query, ctx }) => limits(rulebook, query, ctx.clock.today())),
    route(contract.listRulings, async ({ query }) => rulings(rulebook, query)),
    ...exportRoutes(rulebook),
    route(contract.searchPapers, async ({ query }) => search(rulebook, query.text)),
    route(contract.getCoverage, async ({ ctx }) =>
      coverage(rulebook, editionAt(rulebook, ctx.clock.today())),
    ),
    route(
      contract.checkProposal,
      async ({ body }) => {
        const { faults, ...proposal } = checkProposalText(body.text, body.name)
        return { ...proposal, faults: faults.map(({ line, zh, en }) => ({ line, detail: zh, detailEn: en })) }
      },
      { perMinute: 20 },
    ),
  ]
}
