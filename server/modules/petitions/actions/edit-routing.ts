import { v7 as uuid } from 'uuid'
import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { refuse } from '../intake-problems.ts'
import { duty, place } from '../policy.ts'
import {
  type CategoryFields,
  endDutyOn,
  insertCategory,
  insertDuty,
  ladderOf,
  namedByDuty,
  type NewDuty,
  setLadder,
  updateCategory,
} from '../storage/routing-data.ts'

type Coded = CategoryFields & { code: string }

/** A category more. */
export const addCategory = defineAction({
  verb: 'petitions.edit-categories',
  on: () => 'anywhere' as const,
  async run(ctx, { code, ...fields }: Coded) {
    if (!(await insertCategory(ctx.db, code, fields)))
      throw refuse('category-code-taken', { code }, { field: 'code' })
    return {
      answer: { code, version: 1 },
      audit: {
        resource: 'petitions.category',
        id: code,
        summary: `增加诉求类别 ${code} ${fields.name}`,
        detail: { ...fields },
      },
    }
  },
})

/** Another name, limit or responsibility from now on; one in use is switched off, never removed. */
export const editCategory = defineAction({
  verb: 'petitions.edit-categories',
  on: () => 'anywhere' as const,
  async run(ctx, { code, version, ...fields }: Coded & { version: number }) {
    const next = await updateCategory(ctx.db, code, version, fields)
    if (next === undefined) throw refusePlatform('changed-meanwhile')
    return {
      answer: { code, version: next },
      audit: {
        resource: 'petitions.category',
        id: code,
        summary: `修改诉求类别 ${code} ${fields.name}`,
        detail: { ...fields },
      },
    }
  },
})

/** 6.4.4: a line of the duty list, for a place in one's own jurisdiction. */
export const addDuty = defineAction({
  verb: 'petitions.edit-duties',
  on: ({ placeId }: Omit<NewDuty, 'id'>) => ({ resource: place, id: placeId, lock: 'none' as const }),
  async run(ctx, fields) {
    const named = await namedByDuty(ctx.db, fields)
    if (!named?.category) throw refuse('place-or-category-unknown', {}, { field: 'category' })
    if (!named.who) throw refuse('duty-nobody', {}, { field: fields.bodyId ? 'bodyId' : 'officePlaceId' })
    if (fields.to !== null && fields.to <= fields.from) throw refuse('duty-days', {}, { field: 'to' })
    const id = uuid()
    await insertDuty(ctx.db, { id, ...fields })
    return {
      answer: { id },
      audit: {
        resource: duty.name,
        id,
        summary: `增加职责清单条目（${fields.category ?? '全部类别'}，${fields.basis}）`,
        detail: { ...fields },
      },
    }
  },
})

/** A line ends; claims that were sent by it stay where they are. */
export const endDuty = defineAction({
  verb: 'petitions.end-duties',
  on: ({ id }: { id: string; to: string; version: number }) => ({ resource: duty, id }),
  async run(ctx, { id, to, version }) {
    const next = await endDutyOn(ctx.db, id, version, to)
    if (next === undefined) throw refusePlatform('changed-meanwhile')
    return {
      answer: { id, version: next },
      audit: { resource: duty.name, id, summary: `职责清单条目自 ${to} 起终止`, detail: { to } },
    }
  },
})

/** 6.4.2 d: by the district for itself, or by the city; the body concerned can switch nothing off. */
export const switchLadder = defineAction({
  verb: 'petitions.switch-ladder',
  on: ({ placeId }: { placeId: string; skipsCommunity: boolean; reason: string; version: number }) => ({
    resource: place,
    id: placeId,
    lock: 'none' as const,
  }),
  async run(ctx, input) {
    const found = await ladderOf(ctx.db, input.placeId)
    if (found?.kind !== 'district' && found?.kind !== 'city')
      throw refuse('ladder-of-district', {}, { clause: '6.4.2' })
    const version = await setLadder(ctx.db, input)
    if (version === undefined) throw refusePlatform('changed-meanwhile')
    return {
      answer: { placeId: input.placeId, version },
      audit: {
        resource: place.name,
        id: input.placeId,
        summary: `${found.name}的诉求升级${input.skipsCommunity ? '不再' : '恢复'}经过社区：${input.reason}`,
        detail: { skipsCommunity: input.skipsCommunity },
      },
    }
  },
})
