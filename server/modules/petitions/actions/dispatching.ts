import type { Context } from '../../../access/context.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../problems.ts'
import type { ClaimEvent, Handler } from '../rules/events.ts'
import { routingEvent } from '../rules/routing.ts'
import { audienceOf, pageOf } from './audiences.ts'
import { chosenHandler, firmBeside } from './chosen-handler.ts'
import { showPapersTo } from './papers.ts'
import { routeClaim } from './route-claim.ts'
import type { Scene } from './advance.ts'
import { defineStep, type Stepped, type StepInput } from './step.ts'

interface To {
  bodyId?: string | undefined
  placeId?: string | undefined
}

const isSame = (to: To, { bodyId, placeId }: Handler) =>
  (to.bodyId ?? null) === bodyId && (to.placeId ?? null) === placeId

const tellHandler = (_ctx: Context, { filed, claim }: Stepped) =>
  [
    {
      to: audienceOf(claim.handler, filed),
      zh: `诉求 ${filed.number}（${filed.placeName}）已派给您单位，请及时签收办理。`,
      en: `Claim ${filed.number} was sent to you; sign for it in time.`,
      link: pageOf(filed),
    },
    ...(claim.coBodyId
      ? [
          {
            to: [{ bodyId: claim.coBodyId, roles: ['enterprise' as const] }],
            zh: `诉求 ${filed.number}（${filed.placeName}）涉及您单位，由属地办理，请配合说明情况。`,
            en: `Claim ${filed.number} is about you; the office has it in hand. State what you know.`,
            link: pageOf(filed),
          },
        ]
      : []),
  ].filter(({ to }) => to.length > 0)

/** 派单: to whoever contract and duty list say, or to another whom they allow. */
export const dispatchClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.dispatch',
    kind: 'dispatched',
    async decide(ctx, { filed, now }, { to, note }: StepInput & { to?: To | undefined; note: string }) {
      const by = ctx.actor.id
      const said: ClaimEvent[] = note ? [{ kind: 'noted', at: now, by, data: { note } }] : []
      if (!to) {
        const routed = await routeClaim(ctx, filed)
        if (routed.to === null) throw refuse('no-owner', {}, { field: 'to', clause: '6.4.2-c' })
        return [routingEvent(routed, now, by), ...said]
      }
      const handler = await chosenHandler(ctx, filed, to)
      const data = { to: handler, ...(await firmBeside(ctx, filed, handler)) }
      return [{ kind: 'dispatched', at: now, by, data }, ...said]
    },
    besides: showPapersTo,
    tells: tellHandler,
  })

/** 转办: to another, by an office. The third without anybody taking the lead climbs by itself. */
export const transferClaim = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.transfer',
    kind: 'transferred',
    async decide(ctx, { filed, claim, now }: Scene, { to, reason }: StepInput & { to: To; reason: string }) {
      if (isSame(to, claim.handler)) throw refuse('same-handler', {}, { field: 'to' })
      const handler = await chosenHandler(ctx, filed, to)
      const data = { to: handler, reason, ...(await firmBeside(ctx, filed, handler)) }
      return [{ kind: 'transferred', at: now, by: ctx.actor.id, data }]
    },
    besides: showPapersTo,
    tells: (ctx, stepped) => [
      ...tellHandler(ctx, stepped),
      ...[
        {
          to: audienceOf(stepped.before.handler, stepped.filed),
          zh: `诉求 ${stepped.filed.number}（${stepped.filed.placeName}）已转给其他单位办理。`,
          en: `Claim ${stepped.filed.number} was passed on to somebody else.`,
          link: pageOf(stepped.filed),
        },
      ].filter(({ to }) => to.length > 0),
    ],
  })
