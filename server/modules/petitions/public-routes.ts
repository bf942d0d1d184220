import * as filing from '../../../contracts/petitions/filing.ts'
import * as contract from '../../../contracts/petitions/public.ts'
import * as own from '../../../contracts/petitions/own-public.ts'
import type { Context } from '../../access/context.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import { refuse as refusePlatform } from '../../platform/problems/platform-problems.ts'
import { fileForSomebody } from './actions/file-for-somebody.ts'
import { fileOwn } from './actions/file-own.ts'
import { joinClaim } from './actions/join-claim.ts'
import { remarkOwn, reopenOwn, rateOwn, urgeOwn, withdrawOwn } from './actions/own-steps.ts'
import { claimOfLink } from './claim-link.ts'
import { refuse } from './intake-problems.ts'
import type { PetitionMeans } from './means.ts'
import { claim, proofResource } from './policy.ts'
import { ownClaimId, ownClaims } from './queries/own-claims.ts'
import { claimsOfPlace, lookUp, similarTo } from './queries/public-claims.ts'
import { filingStart, placesLike } from './queries/public-places.ts'
import { linkedClaim, ownClaim } from './queries/resident-claim.ts'
import { joinTarget } from './storage/join.ts'

/** A whole quarter may sit behind one address: reading generously, guessing tightly; filing is bounded by the phone too. */
const reading = { perMinute: 600 }
const guessing = { perMinute: 60 }
const writing = { perMinute: 120 }

/** What anybody may ask for. */
const openRoutes = (means: PetitionMeans): Route[] => [
  route(
    contract.startFiling,
    async ({ query, ctx }) => ({ demo: means.demo, ...(await filingStart(ctx.db, query.at)) }),
    reading,
  ),
  route(
    contract.findPlaces,
    async ({ query, ctx }) => ({ rows: await placesLike(ctx.db, query.text) }),
    reading,
  ),
  route(
    contract.similarClaims,
    async ({ query, ctx }) => ({ rows: await similarTo(ctx.db, query) }),
    reading,
  ),
  route(contract.lookUpClaim, ({ params, ctx }) => lookUp(ctx.db, params.number), guessing),
  route(
    contract.listPlaceClaims,
    ({ params, query, ctx }) => claimsOfPlace(ctx.db, params.id, query),
    reading,
  ),
  route(
    own.openLinkedClaim,
    ({ params, ctx }) => {
      const number = claimOfLink(ctx.keys, params.token)
      if (number === undefined) throw refuse('link-wrong')
      return linkedClaim(ctx, means, number)
    },
    guessing,
  ),
]

/** What whoever has proved a phone may do. */
const ownRoutes = (means: PetitionMeans): Route[] => [
  route(
    contract.fileOwnClaim,
    async ({ body, perform }) => {
      const { number, danger } = await perform(fileOwn(means), {
        ...body,
        name: body.name || null,
        latitude: body.latitude ?? null,
        longitude: body.longitude ?? null,
      })
      return { number, danger }
    },
    writing,
  ),
  route(
    contract.joinClaim,
    async ({ params, ctx, perform }) => {
      const target = await joinTarget(ctx.db, params.number)
      if (!target) throw refusePlatform('not-found')
      return await perform(joinClaim(means), { id: target.id })
    },
    writing,
  ),
  route(own.listOwnClaims, ({ query, ctx }) => ownClaims(ctx, query), reading),
  route(
    own.getOwnClaim,
    async ({ params, ctx }) => {
      await ownClaimId(ctx, params.number)
      return await ownClaim(ctx, means, params.number)
    },
    reading,
  ),
  route(
    own.getOwnPhoto,
    async ({ params, query, ctx, raw }) => {
      const recordId = await ownClaimId(ctx, params.number)
      const page = await ownClaim(ctx, means, params.number)
      const known = [...page.photos, ...page.steps.flatMap(({ photos }) => photos)]
      if (!known.includes(params.documentId)) throw refusePlatform('not-found')
      const held = { id: params.documentId, resources: [claim.name, proofResource], recordId }
      sendPicture(raw, await means.openPicture(ctx.db, held, query.size))
    },
    reading,
  ),
]

const sendPicture = (raw: RawExchange, { body }: { body: NodeJS.ReadableStream }) =>
  raw.send({ name: 'photo.jpg', type: 'image/jpeg', body, inline: true })

/** Steps of the reporter. */
const stepRoutes = (means: PetitionMeans): Route[] => {
  const answer = async (ctx: Context, number: string) => {
    const { state } = await lookUp(ctx.db, number)
    return { number, state }
  }
  return [
    route(own.rateOwnClaim, async ({ params, body, ctx, perform }) => {
      await perform(rateOwn(means), { id: await ownClaimId(ctx, params.number), ...body })
      return await answer(ctx, params.number)
    }),
    route(own.reopenOwnClaim, async ({ params, body, ctx, perform }) => {
      await perform(reopenOwn(means), { id: await ownClaimId(ctx, params.number), ...body })
      return await answer(ctx, params.number)
    }),
    route(own.withdrawOwnClaim, async ({ params, body, ctx, perform }) => {
      await perform(withdrawOwn(means), { id: await ownClaimId(ctx, params.number), ...body })
      return await answer(ctx, params.number)
    }),
    route(own.urgeOwnClaim, async ({ params, body, ctx, perform }) => {
      await perform(urgeOwn(means), { id: await ownClaimId(ctx, params.number), ...body })
      return await answer(ctx, params.number)
    }),
    route(own.addRemark, async ({ params, body, ctx, perform }) => {
      await perform(remarkOwn(means), { id: await ownClaimId(ctx, params.number), ...body })
      return await answer(ctx, params.number)
    }),
  ]
}

export const publicRoutes = (means: PetitionMeans): Route[] => [
  ...openRoutes(means),
  ...ownRoutes(means),
  ...stepRoutes(means),
  route(filing.fileForSomebody, async ({ body, perform }) => {
    const { id, number, danger } = await perform(fileForSomebody(means), {
      ...body,
      reporterName: body.reporterName || null,
      reporterPhone: body.reporterPhone || null,
      latitude: body.latitude ?? null,
      longitude: body.longitude ?? null,
    })
    return { id, number, danger }
  }),
]
