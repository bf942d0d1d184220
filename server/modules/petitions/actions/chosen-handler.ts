import type { Context } from '../../../access/context.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { refuse } from '../problems.ts'
import type { Handler } from '../rules/events.ts'
import { choicesOf } from '../rules/whom-else.ts'
import type { Filed } from '../storage/claims.ts'
import { routingScene } from '../storage/routing-scenes.ts'

/** @throws when neither contract nor duty list nor an office over the place lets the claim go there */
export async function chosenHandler(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  filed: Pick<Filed, 'category' | 'placeId'>,
  to: { bodyId?: string | undefined; placeId?: string | undefined },
): Promise<Handler> {
  const scene = await routingScene(db, filed, clock.today())
  if (!scene) throw refusePlatform('not-found')
  const found = choicesOf(scene).find((one) =>
    to.bodyId ? one.bodyId === to.bodyId : one.bodyId === null && one.placeId === to.placeId,
  )
  if (!found) {
    const isFirm = scene.aboutFirm && scene.firmId === to.bodyId
    throw refuse(isFirm ? 'about-the-firm' : 'handler-not-allowed', {}, { field: 'to', clause: '6.4.4' })
  }
  const { level, bodyId, placeId } = found
  return { level, bodyId, placeId }
}

/** The firm that a complaint is about is asked besides, whoever has it. */
export async function firmBeside(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  filed: Pick<Filed, 'category' | 'placeId'>,
  to: Handler,
): Promise<{ coBodyId?: string }> {
  const scene = await routingScene(db, filed, clock.today())
  return scene?.aboutFirm && scene.firmId && scene.firmId !== to.bodyId ? { coBodyId: scene.firmId } : {}
}
