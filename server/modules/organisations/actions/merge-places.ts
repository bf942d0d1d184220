import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { place } from '../policy.ts'
import { refuse } from '../problems.ts'
import {
  changePlace,
  childrenOf,
  endPlaces,
  insertPlaces,
  type Place,
  placesById,
  recordSuccessions,
} from '../storage/places.ts'
import { changeable, changeVerb, refuseEarlier, refuseTaken } from './change-place.ts'

interface Merge {
  id: string
  absorbed: string[]
  on: string
}

/** Other places of the level end and what lay under them comes under this one; the succession is kept. */
export const mergePlaces = defineAction({
  verb: changeVerb,
  on: ({ id }: Merge) => ({ resource: place, id }),
  async run(ctx, { id, absorbed, on }) {
    const into = await changeable(ctx, id, on)
    const ending = await placesById(ctx.db, [...new Set(absorbed)])
    const reached = await permitted(ctx, changeVerb, place, absorbed)
    if (ending.length !== absorbed.length || reached.size !== absorbed.length)
      throw refusePlatform('not-found')
    if (into.kind === 'compound') throw refuse('compounds-stay')
    if (into.kind === 'city' || ending.some((p) => p.kind !== into.kind || p.id === id))
      throw refuse('not-one-kind', {}, { field: 'absorbed' })
    refuseEarlier(ending, on)
    const moved = await moveChildren(ctx, await childrenOf(ctx.db, absorbed), () => id, on)
    await endPlaces(ctx.db, absorbed, on)
    await recordSuccessions(
      ctx.db,
      absorbed.map((predecessor) => ({ predecessor, successor: id })),
      'merge',
      on,
    )
    const names = ending.map((p) => p.name).join('、')
    return {
      answer: { moved },
      audit: {
        resource: place.name,
        id,
        summary: `${names} 并入 ${into.name}`,
        detail: { absorbed, on, moved },
      },
    }
  },
})

interface Split {
  id: string
  into: { code: string; name: string; children: string[] }[]
  on: string
}

/** The place ends; new ones beside it take what lay under it; the succession is kept. */
export const splitPlace = defineAction({
  verb: changeVerb,
  on: ({ id }: Split) => ({ resource: place, id }),
  async run(ctx, { id, into, on }) {
    const known = await changeable(ctx, id, on)
    if (known.kind === 'compound') throw refuse('compounds-stay')
    if (known.kind === 'city') throw refuse('not-one-kind')
    for (const [i, fresh] of into.entries()) {
      // The place that ends frees its code for one of its successors.
      await refuseTaken(ctx, known.kind, fresh.code, id, `into.${i}.code`)
      if (into.findIndex((other) => other.code === fresh.code) < i)
        throw refuse('code-taken', { code: fresh.code, name: fresh.name }, { field: `into.${i}.code` })
    }
    const children = await childrenOf(ctx.db, [id])
    refuseLeftOver(children, into)
    await endPlaces(ctx.db, [id], on)
    const { kind, parentId, inBuiltUpArea } = known
    const ids = await insertPlaces(
      ctx.db,
      into.map(({ code, name }) => ({ kind, code, name, parentId, inBuiltUpArea, validFrom: on })),
    )
    const home = new Map(
      into.flatMap((fresh, i) => fresh.children.map((child) => [child, ids[i] as string] as const)),
    )
    await moveChildren(ctx, children, (child) => home.get(child.id) as string, on)
    await recordSuccessions(
      ctx.db,
      ids.map((successor) => ({ predecessor: id, successor })),
      'split',
      on,
    )
    const names = into.map((fresh) => fresh.name).join('、')
    return {
      answer: { ids },
      audit: { resource: place.name, id, summary: `${known.name} 拆分为 ${names}`, detail: { into, on } },
    }
  },
})

function refuseLeftOver(children: readonly Place[], into: Split['into']) {
  const given = into.flatMap((fresh) => fresh.children)
  const left = children.filter((child) => given.filter((one) => one === child.id).length !== 1).length
  const foreign = given.filter((one) => !children.some((child) => child.id === one)).length
  if (left + foreign > 0)
    throw refuse('children-left', { count: children.length, left: left + foreign }, { field: 'into' })
}

async function moveChildren(
  ctx: Context,
  children: readonly Place[],
  home: (child: Place) => string,
  on: string,
): Promise<number> {
  refuseEarlier(children, on)
  for (const child of children) await changePlace(ctx.db, child, { ...child, parentId: home(child) }, on)
  return children.length
}
