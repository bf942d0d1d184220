import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listHandlers } from '../../../../contracts/petitions/handling.ts'
import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { claim } from '../policy.ts'
import { route } from '../rules/routing.ts'
import { choicesOf, type HandlerGround } from '../rules/whom-else.ts'
import { routingScene } from '../storage/routing-scenes.ts'

const grounds: Record<HandlerGround, string> = {
  contract: '物业服务合同',
  committee: '业主组织',
  'duty-list': '职责清单',
  office: '属地',
}

/** Whom contract and duty list propose for a claim, and whom they allow besides. @throws 404 when it is out of sight */
export async function handlersFor(ctx: Context, id: string): Promise<Answer<typeof listHandlers>> {
  const filed = await maybe(
    ctx.db,
    sql<{
      category: string
      placeId: string
    }>`SELECT r.category, r.place_id AS "placeId" FROM petitions.claim r
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)}`,
  )
  const scene = filed && (await routingScene(ctx.db, filed, ctx.clock.today()))
  if (!scene) throw refuse('not-found')
  const routed = route(scene)
  const choices = choicesOf(scene)
  const ids = [
    ...choices.flatMap(({ bodyId, placeId }) => bodyId ?? placeId ?? []),
    ...(scene.firmId ? [scene.firmId] : []),
  ]
  const named = new Map(
    (
      await rows(
        ctx.db,
        sql<{
          id: string
          name: string
        }>`SELECT id, name FROM organisations.published_body WHERE id = ANY(${ids}::uuid[])
          UNION ALL SELECT id, name FROM organisations.published_place WHERE id = ANY(${ids}::uuid[])`,
      )
    ).map((one) => [one.id, one.name]),
  )
  const nameOf = (one: string | null) => named.get(one ?? '') ?? ''
  const shown = choices.map(({ why, ...one }) => ({
    ...one,
    name: nameOf(one.bodyId ?? one.placeId),
    why: grounds[why],
  }))
  const { to } = routed
  const proposed = to && shown.find((one) => one.bodyId === to.bodyId && one.placeId === to.placeId)
  const beside = routed.to === null ? null : routed.coBodyId
  return {
    proposed: proposed ? { ...proposed, coBodyId: beside, coBodyName: beside && nameOf(beside) } : null,
    others: shown.filter((one) => one !== proposed),
  }
}
