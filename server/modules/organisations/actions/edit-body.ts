import { defineAction } from '../../../access/action.ts'
import { permitted } from '../../../access/guard.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { addDays } from '../../../values/days.ts'
import { body, place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { bodyById, saveBody } from '../storage/bodies.ts'

interface Edit {
  id: string
  name: string
  placeId: string
  to: string | null
  version: number
}

/** A body's name and seat, or the last day on which it was. */
export const editBody = defineAction({
  verb: 'organisations.edit-body',
  on: ({ id }: Edit) => ({ resource: body, id }),
  async run(ctx, { id, name, placeId, to, version }) {
    const known = await bodyById(ctx.db, id)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    if (to !== null && to < known.validFrom)
      throw refuse('end-before-start', { from: known.validFrom, to }, { field: 'to' })
    if (placeId !== known.placeId) {
      const committee = known.kind === 'owners-committee' || known.kind === 'property-management-committee'
      // A committee belongs to its compound for good; another seat must lie in the actor's reach as well.
      const reached = await permitted(ctx, 'organisations.record-bodies', place, [placeId])
      if (committee || !reached.has(placeId))
        throw refuse('place-out-of-reach', { name }, { field: 'placeId' })
    }
    const validTo = to === null ? null : addDays(to, 1)
    await saveBody(ctx.db, { id, name, placeId, validTo })
    const detail = { before: known, after: { name, placeId, validTo } }
    return {
      answer: { version: version + 1 },
      audit: { resource: body.name, id, summary: `修改机构 ${known.name}`, detail },
    }
  },
})
