import { v7 as uuid } from 'uuid'
import { defineAction, breaches } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource, opening } from '../policy.ts'
import { refuse } from '../problems.ts'
import { isStillOpen } from '../rules/opened.ts'
import * as store from '../storage/openings.ts'
import { officeLevelOver } from '../storage/office-level.ts'
import { advance } from './advance.ts'
import { pageOf } from './audiences.ts'
import { textResidents } from './tell-residents.ts'
import { whyShut } from './why-shut.ts'

const opened = (ctx: Context, { name, phone }: store.SealedReporter) => ({
  name: name === null ? null : ctx.keys.open(name),
  phone: phone === null ? null : ctx.keys.open(phone),
})

/** 姓名电话 for a visit or the work itself: every look stands in the trail, the data themselves do not. */
export const seeReporter = defineAction({
  verb: 'petitions.see-reporter',
  on: ({ id }: { id: string; purpose: string }) => ({
    resource: claimResource,
    id,
    lock: 'share' as const,
    why: (ctx: Context) => whyShut(ctx, 'petitions.see-reporter', id),
  }),
  async run(ctx, { id, purpose }) {
    const { number, ...sealed } = await store.reporterOf(ctx.db, id)
    return {
      answer: opened(ctx, sealed),
      audit: {
        resource: claimResource.name,
        id,
        summary: `查看诉求 ${number} 的诉求人姓名电话`,
        detail: { purpose },
      },
    }
  },
})

/** 申请解封: with a reason; somebody of a level above must agree. */
export const askOpening = defineAction({
  verb: 'petitions.ask-opening',
  on: ({ id }: { id: string; reason: string }) => ({
    resource: claimResource,
    id,
    lock: 'share' as const,
    why: (ctx: Context) => whyShut(ctx, 'petitions.ask-opening', id),
  }),
  async run(ctx, { id, reason }) {
    const { number, placeId, placeName } = await store.sealedClaim(ctx.db, id)
    const level = await officeLevelOver(ctx, placeId)
    if (!level || ctx.actor.id === null) throw refuse('not-yours', { who: { zh: '属地', en: 'the office' } })
    const asked = {
      id: uuid(),
      claimId: id,
      reason,
      by: ctx.actor.id,
      at: ctx.clock.now().toISOString(),
      level,
    }
    try {
      await store.insertOpening(ctx.db, asked)
    } catch (fault) {
      if (breaches(fault, 'opening_is_one')) throw refuse('opening-asked')
      throw fault
    }
    const roles = {
      community: 'street-official',
      street: 'district-official',
      district: 'city-official',
      city: 'city-official',
    } as const
    return {
      answer: { id: asked.id, state: 'asked' as const },
      audit: {
        resource: opening.name,
        id: asked.id,
        summary: `申请解封诉求 ${number} 的诉求人身份`,
        detail: { reason },
      },
      tells: [
        {
          to: [{ placeId, roles: [roles[level]], reach: 'above' as const }],
          zh: `诉求 ${number}（${placeName}）申请解封诉求人身份，请核实理由后决定。`,
          en: `Opening the identity of claim ${number} is asked for; decide on it.`,
          link: '/petitions/openings',
        },
      ],
    }
  },
})

/** 两人制: agreed or not by a second person of a level above; agreed, the reporter is told. */
export const settleOpening = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.settle-opening',
    on: ({ id }: { id: string; agreed: boolean; note: string }) => ({ resource: opening, id }),
    async run(ctx, { id, agreed, note }) {
      const asked = await store.openingById(ctx.db, id)
      if (asked.state !== 'asked') throw refuse('opening-settled')
      if (!agreed && note.length < 4) throw refuse('reason-missing', {}, { field: 'note' })
      const state = agreed ? ('agreed' as const) : ('refused' as const)
      await store.settle(ctx.db, {
        id,
        state,
        note,
        by: ctx.actor.id as string,
        at: ctx.clock.now().toISOString(),
      })
      const advanced = agreed
        ? await advance(ctx, means, asked.claimId, ({ now }) => [
            { kind: 'identity-opened', at: now, by: ctx.actor.id, data: { reason: asked.reason } },
          ])
        : undefined
      return {
        answer: { id, state },
        audit: {
          resource: opening.name,
          id,
          summary: `${agreed ? '同意' : '不同意'}解封诉求 ${asked.number} 的诉求人身份`,
          detail: { claimId: asked.claimId, note },
        },
        tells: [
          {
            to: [{ accountId: asked.askedBy }],
            zh: `您对诉求 ${asked.number} 的身份解封申请${agreed ? '已同意，七日内可查看' : `未同意：${note}`}。`,
            en: `Your request to open the identity of claim ${asked.number} was ${agreed ? 'granted' : 'refused'}.`,
            link: pageOf({ id: asked.claimId }),
          },
        ],
        texts: advanced
          ? await textResidents(
              ctx,
              advanced,
              '因办理需要，经上级批准，办理人员可查看您的联系方式，查看均有记录。',
            )
          : [],
      }
    },
  })

/** What agreement opened, for whoever asked, for the week after it. */
export const seeOpened = defineAction({
  verb: 'petitions.see-opened',
  on: ({ id }: { id: string }) => ({ resource: opening, id }),
  async run(ctx, { id }) {
    const asked = await store.openingById(ctx.db, id)
    if (asked.state !== 'agreed' || !isStillOpen(asked.settledAt, ctx.clock.today()))
      throw refuse('not-opened')
    const { number, ...sealed } = await store.reporterOf(ctx.db, asked.claimId)
    return {
      answer: opened(ctx, sealed),
      audit: {
        resource: opening.name,
        id,
        summary: `查看已解封的诉求 ${number} 的诉求人姓名电话`,
        detail: { claimId: asked.claimId },
      },
    }
  },
})
