import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { recordMassIncident as contract } from '../../../../contracts/petitions/mass-incidents.ts'
import { defineAction } from '../../../access/action.ts'
import { guard } from '../../../access/guard.ts'
import { attachDocuments } from '../../documents/index.ts'
import { claim as claimResource, massIncident, place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { insertIncident, withdrawIncident } from '../storage/mass-incidents.ts'
import { claimLiesAt } from '../storage/whistles.ts'

type Input = Received<typeof contract>['body']

/** 群体性事件: as a competent department found that property problems led to it. */
export const recordMassIncident = defineAction({
  verb: 'petitions.record-mass-incident',
  on: ({ placeId }: Input) => ({ resource: place, id: placeId, lock: 'none' as const }),
  async run(ctx, input) {
    if (input.happenedOn > ctx.clock.today())
      throw refuse('happened-later', { day: input.happenedOn }, { field: 'happenedOn' })
    if (input.claimId) {
      await guard(ctx, 'petitions.see', { resource: claimResource, id: input.claimId })
      if (!(await claimLiesAt(ctx.db, input.claimId, input.placeId)))
        throw refuse('call-of-claim-elsewhere', {}, { field: 'claimId' })
    }
    const id = uuid()
    const { placeId, happenedOn, finding, issuer, documentIds } = input
    const fresh = { id, placeId, claimId: input.claimId ?? null, happenedOn, finding, issuer }
    await insertIncident(ctx.db, fresh, { by: ctx.actor.id, at: ctx.clock.now().toISOString() })
    await attachDocuments(ctx.db, ctx, {
      ids: documentIds,
      resource: massIncident.name,
      recordId: id,
      placeId,
      bodyId: null,
    })
    return {
      answer: { id },
      audit: {
        resource: massIncident.name,
        id,
        summary: `登记群体性事件认定（${happenedOn}）`,
        detail: { issuer },
      },
    }
  },
})

export const withdrawMassIncident = defineAction({
  verb: 'petitions.withdraw-mass-incident',
  on: ({ id }: { id: string; reason: string; version: number }) => ({ resource: massIncident, id }),
  async run(ctx, { id, reason, version }) {
    if (!(await withdrawIncident(ctx.db, id, reason, version))) throw refuse('finding-changed')
    return {
      answer: { id },
      audit: { resource: massIncident.name, id, summary: '撤销群体性事件认定', detail: { reason } },
    }
  },
})
