import * as contract from '../../../contracts/petitions/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { dispatchClaim, transferClaim } from './actions/dispatching.ts'
import { clearText, excludeClaim, includeClaim, markKey, unmarkKey } from './actions/marking.ts'
import { recordMassIncident, withdrawMassIncident } from './actions/mass-incidents.ts'
import { mergeClaim } from './actions/merging.ts'
import {
  askExtension,
  askSuspension,
  resumeClaim,
  settleExtension,
  settleSuspension,
} from './actions/more-time.ts'
import { reopenClaim, withdrawClaim } from './actions/on-behalf.ts'
import { askOpening, seeOpened, seeReporter, settleOpening } from './actions/reporters.ts'
import { closeClaim, reviewClaim, sendClaimAgain, strikeOffClaim } from './actions/reviewing.ts'
import { sendClaimBack, superviseClaim, takeOverClaim, urgeClaim } from './actions/supervising.ts'
import { acceptClaim, declineClaim } from './actions/taking-in.ts'
import { tryVisit, visitClaim } from './actions/visiting.ts'
import { checkIn, rateWhistle } from './actions/whistles/answer-whistle.ts'
import { blowWhistle } from './actions/whistles/blow-whistle.ts'
import { cancelWhistle, endWhistle } from './actions/whistles/end-whistle.ts'
import { answerClaim, handleClaim, noteClaim, returnClaim, signClaim } from './actions/working.ts'
import { petitionExports } from './exports.ts'
import { listExports } from './list-exports.ts'
import type { PetitionMeans } from './means.ts'
import { callable } from './queries/callable.ts'
import { claimPage } from './queries/claim-page.ts'
import { claims } from './queries/claims.ts'
import { figures, officeCounts, officeDesk, ownDesk } from './queries/desks.ts'
import { handlersFor } from './queries/handlers.ts'
import { heat } from './queries/heat.ts'
import { keyIssues } from './queries/key-list.ts'
import { massIncidents } from './queries/mass-incidents.ts'
import { monthly } from './queries/monthly.ts'
import { openings } from './queries/openings.ts'
import { similarClaims } from './queries/similar-claims.ts'
import { whistlePage, whistles } from './queries/whistles.ts'
import { ledger } from './queries/work-ledger.ts'
import { stepRoute } from './step-route.ts'

/** Steps of a claim: each is its action and nothing else. */
const stepRoutes = (means: PetitionMeans): Route[] => [
  stepRoute(contract.acceptClaim, acceptClaim(means)),
  stepRoute(contract.declineClaim, declineClaim(means)),
  stepRoute(contract.dispatchClaim, dispatchClaim(means)),
  stepRoute(contract.transferClaim, transferClaim(means)),
  stepRoute(contract.returnClaim, returnClaim(means)),
  stepRoute(contract.signClaim, signClaim(means)),
  stepRoute(contract.handleClaim, handleClaim(means)),
  stepRoute(contract.noteClaim, noteClaim(means)),
  stepRoute(contract.answerClaim, answerClaim(means)),
  stepRoute(contract.reviewClaim, reviewClaim(means)),
  stepRoute(contract.sendClaimAgain, sendClaimAgain(means)),
  stepRoute(contract.tryVisit, tryVisit(means)),
  stepRoute(contract.visitClaim, visitClaim(means)),
  stepRoute(contract.closeClaim, closeClaim(means)),
  stepRoute(contract.strikeOffClaim, strikeOffClaim(means)),
  stepRoute(contract.reopenClaim, reopenClaim(means)),
  stepRoute(contract.withdrawClaim, withdrawClaim(means)),
  stepRoute(contract.askExtension, askExtension(means)),
  stepRoute(contract.settleExtension, settleExtension(means)),
  stepRoute(contract.askSuspension, askSuspension(means)),
  stepRoute(contract.settleSuspension, settleSuspension(means)),
  stepRoute(contract.resumeClaim, resumeClaim(means)),
  stepRoute(contract.urgeClaim, urgeClaim(means)),
  stepRoute(contract.superviseClaim, superviseClaim(means)),
  stepRoute(contract.takeOverClaim, takeOverClaim(means)),
  stepRoute(contract.sendClaimBack, sendClaimBack(means)),
  stepRoute(contract.markKey, markKey(means)),
  stepRoute(contract.unmarkKey, unmarkKey(means)),
  stepRoute(contract.excludeClaim, excludeClaim(means)),
  stepRoute(contract.includeClaim, includeClaim(means)),
  stepRoute(contract.mergeClaim, mergeClaim(means)),
  stepRoute(contract.clearText, clearText(means)),
]

const readRoutes = (means: PetitionMeans): Route[] => [
  route(contract.listClaims, ({ query, ctx }) => claims(ctx, query)),
  route(contract.getClaim, ({ params, ctx }) => claimPage(ctx, means, params.id)),
  route(contract.listHandlers, ({ params, ctx }) => handlersFor(ctx, params.id)),
  route(contract.listMergeable, ({ params, ctx }) => similarClaims(ctx, params.id)),
  route(contract.handlerDesk, ({ query, ctx }) => ownDesk(ctx, query)),
  route(contract.supervisorDesk, ({ query, ctx }) => officeDesk(ctx, query)),
  route(contract.supervisorCounts, ({ query, ctx }) => officeCounts(ctx, query)),
  route(contract.claimFigures, ({ query, ctx }) => figures(ctx, query)),
  route(contract.workLedger, ({ query, ctx }) => ledger(ctx, query)),
  route(contract.monthlyLedger, ({ query, ctx }) => monthly(ctx, query)),
  route(contract.claimHeat, ({ query, ctx }) => heat(ctx, query)),
  route(contract.keyList, ({ query, ctx }) => keyIssues(ctx, query)),
  route(contract.listOpenings, ({ query, ctx }) => openings(ctx, query)),
  route(contract.listWhistles, ({ query, ctx }) => whistles(ctx, query)),
  route(contract.getWhistle, ({ params, ctx }) => whistlePage(ctx, params.id)),
  route(contract.listCallable, ({ query, ctx }) => callable(ctx, query.place)),
  route(contract.listMassIncidents, ({ query, ctx }) => massIncidents(ctx, query)),
]

/** What officials, handlers and committees do and see. */
export function staffRoutes(means: PetitionMeans): Route[] {
  const settle = settleOpening(means)
  const whistle = blowWhistle(means)
  return [
    ...petitionExports(means.demo),
    ...listExports(means.demo),
    ...readRoutes(means),
    ...stepRoutes(means),
    route(contract.seeReporter, ({ params, body, perform }) => perform(seeReporter, { ...params, ...body })),
    route(contract.askOpening, ({ params, body, perform }) => perform(askOpening, { ...params, ...body })),
    route(contract.settleOpening, ({ params, body, perform }) => perform(settle, { ...params, ...body })),
    route(contract.seeOpened, ({ params, perform }) => perform(seeOpened, params)),
    route(contract.blowWhistle, ({ body, perform }) => perform(whistle, body)),
    route(contract.checkIn, ({ params, body, perform }) => perform(checkIn, { ...params, ...body })),
    route(contract.endWhistle, ({ params, body, perform }) => perform(endWhistle, { ...params, ...body })),
    route(contract.cancelWhistle, ({ params, body, perform }) =>
      perform(cancelWhistle, { ...params, ...body }),
    ),
    route(contract.rateWhistle, ({ params, body, perform }) => perform(rateWhistle, { ...params, ...body })),
    route(contract.recordMassIncident, ({ body, perform }) => perform(recordMassIncident, body)),
    route(contract.withdrawMassIncident, ({ params, body, perform }) =>
      perform(withdrawMassIncident, { ...params, ...body }),
    ),
  ]
}
