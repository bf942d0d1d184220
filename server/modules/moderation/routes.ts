import * as staff from '../../../contracts/moderation/staff.ts'
import { type Route, route } from '../../access/route.ts'
import type { Editions } from '../../rulebook/load.ts'
import { askGrader } from './actions/ask-grader.ts'
import { chooseGrade } from './actions/choose-grade.ts'
import { confirmReviews } from './actions/confirm-reviews.ts'
import { examineRound } from './actions/examine-round.ts'
import { agreementOf } from './agreement.ts'
import { pairExport, reviewExport } from './exports.ts'
import { moderationOf } from './queries/overview.ts'
import { pairs } from './queries/pairs.ts'
import { reviewById } from './queries/review.ts'
import { reviews } from './queries/reviews.ts'

export interface Papers {
  editions: Editions
  demo: boolean
}

export function moderationRoutes({ editions, demo }: Papers): readonly Route[] {
  const [choose, examine] = [chooseGrade(editions), examineRound(editions)]
  return [
    route(staff.listReviews, ({ query, ctx }) => reviews(ctx, query)),
    reviewExport(demo),
    route(staff.getReview, ({ params, ctx }) => reviewById(ctx, editions, params.id)),
    route(staff.confirmReviews, ({ body, perform }) =>
      perform(confirmReviews, { reviews: body.reviews, note: body.note ?? null }),
    ),
    route(staff.askGrader, ({ params, body, perform }) => perform(askGrader, { ...params, ...body })),
    route(staff.chooseGrade, ({ params, body, perform }) => perform(choose, { ...params, ...body })),
    route(staff.getModeration, ({ params, ctx }) => moderationOf(ctx, params.id)),
    route(staff.examineRound, ({ params, perform }) => perform(examine, params)),
    route(staff.getAgreement, ({ params, ctx }) => agreementOf(ctx, editions, params.id)),
    route(staff.listPairs, ({ query, ctx }) => pairs(ctx, editions, query)),
    pairExport(demo, editions),
  ]
}
