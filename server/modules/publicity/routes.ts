import * as shown from '../../../contracts/publicity/public.ts'
import * as staff from '../../../contracts/publicity/staff.ts'
import { type Route, route } from '../../access/route.ts'
import type { Editions } from '../../rulebook/load.ts'
import { answerObjection } from './actions/answer-objection.ts'
import { fileObjection } from './actions/file-objection.ts'
import { revealObjector } from './actions/reveal-objector.ts'
import { objectionById, objections } from './queries/objections.ts'
import { type CalendarOf, publishedRounds } from './queries/published-rounds.ts'
import { receiptPage } from './queries/receipt.ts'
import { result } from './queries/result.ts'
import { resultPlaces, results } from './queries/results.ts'

export interface Papers {
  editions: Editions
  calendarOf: CalendarOf
  demo: boolean
}

/** Without an account all is bounded by the address, behind which a whole quarter may sit: reading generously, the rest tightly. */
const reading = { perMinute: 1200 }
const writing = { perMinute: 5 }
const guessing = { perMinute: 20 }

export const publicRoutes = (papers: Papers): Route[] => [
  route(
    shown.listPublishedRounds,
    async ({ ctx }) => ({ demo: papers.demo, rounds: await publishedRounds(ctx, papers.calendarOf) }),
    reading,
  ),
  route(shown.listResults, ({ params, query, ctx }) => results(ctx, params.id, query), reading),
  route(shown.listResultPlaces, ({ params, ctx }) => resultPlaces(ctx, params.id), reading),
  route(shown.getResult, ({ params, ctx }) => result(ctx, papers, params), reading),
  route(
    shown.fileObjection,
    ({ body, perform }) =>
      perform(fileObjection, {
        ...body,
        subjectId: body.subjectId ?? null,
        indicator: body.indicator ?? null,
        name: body.name || null,
        phone: body.phone || null,
      }),
    writing,
  ),
  route(shown.getReceipt, ({ params, ctx }) => receiptPage(ctx, params.receipt), guessing),
]

export const objectionRoutes: readonly Route[] = [
  route(staff.listObjections, ({ query, ctx }) => objections(ctx, query)),
  route(staff.getObjection, ({ params, ctx }) => objectionById(ctx, params.id)),
  route(staff.answerObjection, ({ params, body, perform }) =>
    perform(answerObjection, { ...params, ...body }),
  ),
  route(staff.revealObjector, ({ params, perform }) => perform(revealObjector, params)),
]
