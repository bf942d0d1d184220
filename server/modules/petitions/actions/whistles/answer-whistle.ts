import { defineAction } from '../../../../access/action.ts'
import type { Context } from '../../../../access/context.ts'
import type { Audience } from '../../../../access/tell.ts'
import { shanghaiInstant } from '../../../../values/working-days.ts'
import { heldBy } from '../../held-by.ts'
import { whistle } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import {
  callsOf,
  type KeptCall,
  type KeptWhistle,
  rateCall,
  whistleById,
  writeCheckIn,
} from '../../storage/whistles.ts'

interface CheckingIn {
  id: string
  seq?: number | undefined
  note: string
  latitude?: number | undefined
  longitude?: number | undefined
}

/** 报到: on the spot, with the time of the server's clock; in time or not is stamped here. */
export const checkIn = defineAction({
  verb: 'petitions.check-in',
  on: ({ id }: CheckingIn) => ({ resource: whistle, id }),
  async run(ctx, { id, seq, note, latitude, longitude }) {
    const called = await whistleById(ctx.db, id)
    if (called.state !== 'open') throw refuse('whistle-over')
    const call = await ownCall(ctx, id, seq)
    const at = ctx.clock.now().toISOString()
    const inTime = at <= called.dueAt
    const geo = { latitude: latitude ?? null, longitude: longitude ?? null }
    const mine = { whistleId: id, seq: call.seq, at, by: ctx.actor.id, inTime, note, ...geo }
    if (call.checkedInAt !== null || !(await writeCheckIn(ctx.db, mine)))
      throw refuse('checked-in', {
        at: shanghaiInstant(new Date(call.checkedInAt ?? at))
          .slice(0, 16)
          .replace('T', ' '),
      })
    return {
      answer: { seq: call.seq, inTime, checkedInAt: at },
      audit: {
        resource: whistle.name,
        id,
        summary: `吹哨 ${called.number} 报到`,
        detail: { seq: call.seq, inTime },
      },
      tells: [
        {
          to: callerAudience(called),
          zh: `吹哨 ${called.number}：有单位已到场报到。`,
          en: `Call ${called.number}: somebody has checked in.`,
          link: `/petitions/whistles/${id}`,
        },
      ].filter(({ to }) => to.length > 0),
    }
  },
})

/** 被呼叫单位评价: whether the call was to the point. */
export const rateWhistle = defineAction({
  verb: 'petitions.check-in',
  on: ({ id }: { id: string; seq?: number | undefined; rated: number }) => ({ resource: whistle, id }),
  async run(ctx, { id, seq, rated }) {
    const called = await whistleById(ctx.db, id)
    if (called.state === 'cancelled') throw refuse('whistle-over')
    const call = await ownCall(ctx, id, seq)
    await rateCall(ctx.db, id, call.seq, rated)
    return {
      answer: { seq: call.seq },
      audit: {
        resource: whistle.name,
        id,
        summary: `评价吹哨 ${called.number}`,
        detail: { seq: call.seq, rated },
      },
    }
  },
})

/** @throws where none of those called is the asker's, or it must be said which */
async function ownCall(ctx: Context, id: string, seq: number | undefined): Promise<KeptCall> {
  const own = await callsOf(ctx.db, id, heldBy(ctx), ctx.clock.today())
  const meant = seq === undefined ? own : own.filter((call) => call.seq === seq)
  const [first, ...others] = meant
  if (!first || others.length > 0) throw refuse('not-called', {}, { field: 'seq' })
  return first
}

const officeRoles = {
  community: 'community-official',
  street: 'street-official',
  district: 'district-official',
  city: 'city-official',
} as const

function callerAudience({ callerBodyId, callerPlaceId, callerLevel }: KeptWhistle): Audience[] {
  if (callerBodyId) return [{ bodyId: callerBodyId }]
  const role = officeRoles[callerLevel as keyof typeof officeRoles]
  return callerPlaceId && role ? [{ placeId: callerPlaceId, roles: [role], reach: 'at' }] : []
}
