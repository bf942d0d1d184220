import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listCallable } from '../../../../contracts/petitions/whistles.ts'
import type { Context } from '../../../access/context.ts'
import { guard } from '../../../access/guard.ts'
import { place } from '../policy.ts'
import { callableAt } from '../storage/whistles.ts'

/** Whom somebody who may call from a place can call there. @throws 404 where he may not call from it */
export async function callable(ctx: Context, placeId: string): Promise<Answer<typeof listCallable>> {
  await guard(ctx, 'petitions.whistle', { resource: place, id: placeId, lock: 'none' })
  const found = await callableAt(ctx.db, placeId, ctx.clock.today())
  return { rows: found.map(({ bodyId, placeId: at, name, kind }) => ({ bodyId, placeId: at, name, kind })) }
}
