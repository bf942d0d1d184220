import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../../contracts/endpoint.ts'
import type { blowWhistle as contract } from '../../../../../contracts/petitions/whistles.ts'
import { defineAction } from '../../../../access/action.ts'
import type { Context } from '../../../../access/context.ts'
import { addHours } from '../../../../values/working-days.ts'
import { heldBy } from '../../held-by.ts'
import type { PetitionMeans } from '../../means.ts'
import { place, whistle } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { callerPlace } from '../../storage/caller-place.ts'
import { callableAt, claimLiesAt, insertWhistle } from '../../storage/whistles.ts'
import { guard } from '../../../../access/guard.ts'
import { claim as claimResource } from '../../policy.ts'
import { advance } from '../advance.ts'
import { tellCalled } from './tell-called.ts'

type Input = Received<typeof contract>['body']

/** 街呼区应、吹哨报到 (6.4.2 c): named bodies and offices are called to the spot, by when the limits say. */
export const blowWhistle = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.whistle',
    on: ({ placeId }: Input) => ({ resource: place, id: placeId, lock: 'none' as const }),
    async run(ctx, input) {
      const { placeId, matter, urgent } = input
      const claimId = input.claimId ?? null
      if (claimId !== null) {
        await guard(ctx, 'petitions.see', { resource: claimResource, id: claimId })
        if (!(await claimLiesAt(ctx.db, claimId, placeId)))
          throw refuse('call-of-claim-elsewhere', {}, { field: 'claimId' })
      }
      const known = await callableAt(ctx.db, placeId, ctx.clock.today())
      const calls = input.call.map((one) => {
        const found = known.find((it) =>
          one.bodyId ? it.bodyId === one.bodyId : one.placeId ? it.placeId === one.placeId : false,
        )
        if (!found) throw refuse('not-callable', { name: '所选单位' }, { field: 'call' })
        return found
      })
      const wanted = [...new Map(calls.map((one) => [one.bodyId ?? one.placeId, one])).values()]
      const caller = await callerOf(ctx, input)
      const now = ctx.clock.now()
      const hours = Number(
        means.limits(urgent ? 'petition-whistle-danger-hours' : 'petition-whistle-hours', ctx.clock.today()),
      )
      const dueAt = new Date(addHours(now, hours).dueAt as string).toISOString()
      const id = uuid()
      const fresh = {
        id,
        claimId,
        placeId,
        by: ctx.actor.id as string,
        ...caller,
        matter,
        urgent,
        calledAt: now.toISOString(),
        dueAt,
        calls: wanted,
      }
      const number = await insertWhistle(ctx.db, fresh)
      if (claimId !== null)
        await advance(ctx, means, claimId, (scene) => [
          { kind: 'whistled', at: scene.now, by: ctx.actor.id, data: { whistleId: id } },
        ])
      return {
        answer: { id, number, dueAt },
        audit: {
          resource: whistle.name,
          id,
          summary: `吹哨 ${number}，呼叫 ${wanted.length} 个单位`,
          detail: { urgent, claimId },
        },
        tells: wanted.flatMap((one) => tellCalled({ id, number, placeId, matter, urgent, dueAt }, one)),
      }
    },
  })

/** A committee calls in its own name; an office in that of the smallest place over the spot at which it is held. */
async function callerOf(ctx: Context, { placeId, callerBodyId }: Input) {
  const { bodies, offices } = heldBy(ctx)
  if (callerBodyId && bodies.includes(callerBodyId)) return { callerBodyId, callerPlaceId: null }
  const callerPlaceId = await callerPlace(ctx.db, placeId, offices)
  return { callerBodyId: callerPlaceId === null ? (bodies[0] ?? null) : null, callerPlaceId }
}
