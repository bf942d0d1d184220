import type { Context } from '../../../access/context.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { type Routed, route } from '../rules/routing.ts'
import type { Filed } from '../storage/claims.ts'
import { routingScene } from '../storage/routing-scenes.ts'

/**
 * Who answers for a claim today, by contract and duty list (6.4.2, 6.4.4); `routingEvent` makes it what stands in the
 * claim's history. @throws 404 when category or place are unknown
 */
export async function routeClaim(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  filed: Pick<Filed, 'category' | 'placeId'>,
): Promise<Routed> {
  const scene = await routingScene(db, filed, clock.today())
  if (!scene) throw refusePlatform('not-found')
  return route(scene)
}
