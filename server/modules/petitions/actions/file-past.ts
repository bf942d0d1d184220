import { v7 as uuid } from 'uuid'
import type { Channel } from '../../../../contracts/petitions/words.ts'
import type { Context } from '../../../access/context.ts'
import { shanghaiDay } from '../../../values/days.ts'
import type { PetitionMeans } from '../means.ts'
import type { ClaimEvent } from '../rules/events.ts'
import { arrival } from '../rules/intake.ts'
import { liveThrough } from '../rules/live-through.ts'
import { remembered } from '../rules/replay.ts'
import type { RoutingScene } from '../rules/routing.ts'
import { filePastClaims } from '../storage/past-claims.ts'
import {
  type PastCategory,
  pastCategories,
  pastPlaces,
  pastScenes,
  spotKey,
} from '../storage/past-grounds.ts'
import { readingOf } from '../reading.ts'

/** A claim that was filed once, and what people then did with it. */
export interface PastFiling {
  number: string
  channel: Channel
  /** By code. */
  category: string
  place: string
  spot: string
  content: string
  /** ISO instant in UTC. */
  openedAt: string
  /** What followed its taking in, the eldest first; it may reach beyond now, as far as it has come. */
  life(known: { scene: RoutingScene; category: PastCategory }): readonly ClaimEvent[]
}

/**
 * Files claims of the past with their whole lives up to now, set by set, the clocks running beside: a city that was there
 * before the installation was.
 * @returns ids by number @throws when a place or category is unknown
 */
export async function filePast(
  ctx: Pick<Context, 'db' | 'clock'>,
  means: PetitionMeans,
  filings: readonly PastFiling[],
): Promise<ReadonlyMap<string, string>> {
  const categories = await pastCategories(ctx.db, distinct(filings.map((one) => one.category)))
  const places = await pastPlaces(ctx.db, distinct(filings.map((one) => one.place)))
  const known = filings.map((filing) => {
    const category = categories.get(filing.category)
    const place = places.get(filing.place)?.[0]
    if (!category || !place) throw new Error(`unknown: ${category ? filing.place : filing.category}`)
    const day = shanghaiDay(new Date(filing.openedAt))
    return { filing, category, placeId: place.id, key: { category: category.code, placeId: place.id, day } }
  })
  const scenes = await pastScenes(
    ctx.db,
    known.map(({ key }) => key),
  )
  const reading = await readingOf(ctx, { ...means, limits: remembered(means.limits) })
  const until = ctx.clock.now().toISOString()
  const claims = known.map(({ filing, category, placeId, key }) => {
    const scene = scenes.get(spotKey(key))
    if (!scene) throw new Error(`no routing for ${spotKey(key)}`)
    const { channel, openedAt: at } = filing
    const arrived = arrival({
      channel,
      category: category.code,
      limitClass: category.limitClass,
      isVouchedFor: true,
      routing: scene,
      at,
      by: null,
    })
    const heights = { ladder: scene.ladder, skipsCommunity: false }
    const done = [...arrived, ...filing.life({ scene, category })]
    return {
      ...liveThrough({ done, reading, heights, until }),
      intake: {
        id: uuid(),
        number: filing.number,
        channel,
        intake_key: `past:${filing.number}`,
        category: category.code,
        of_property: category.ofProperty,
        of_sanitation: category.ofSanitation,
        about_firm: category.aboutFirm,
        place_id: placeId,
        provider_id: scene.firmId,
        spot: filing.spot,
        content: filing.content,
        filed_by: null,
        opened_at: at,
      },
    }
  })
  await filePastClaims(ctx.db, claims, reading)
  return new Map(claims.map(({ intake }) => [intake.number, intake.id]))
}

const distinct = (texts: readonly string[]) => [...new Set(texts)]
