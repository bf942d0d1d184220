import { type PlaceKind, wordOf } from '../../../../contracts/organisations/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { parseDivisionCode } from '../../../values/division-code.ts'
import { place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { changePlace, type Place, placesByCode, placesById } from '../storage/places.ts'

export const changeVerb = 'organisations.change-divisions'
export const parentKind: Partial<Record<PlaceKind, PlaceKind>> = {
  district: 'city',
  street: 'district',
  community: 'street',
  compound: 'community',
}

/**
 * A living place that may change on this day. Rights follow the tree as soon as it changes, so a day still to come is
 * refused. @throws also when the place is no more, or the day lies before its present state
 */
export async function changeable(ctx: Context, id: string, on: string): Promise<Place> {
  if (on > ctx.clock.today()) throw refuse('day-in-future', { day: on }, { field: 'on' })
  const [known] = await placesById(ctx.db, [id])
  if (!known) throw refusePlatform('not-found')
  refuseEarlier([known], on)
  return known
}

export function refuseEarlier(known: readonly Place[], on: string): void {
  for (const { name, endedOn, since } of known) {
    if (endedOn !== null) throw refuse('place-ended', { name })
    if (on < since) throw refuse('before-state', { name, day: since }, { field: 'on' })
  }
}

/** @throws when the code is not one of this level, or belongs to another living place */
export async function refuseTaken(
  ctx: Context,
  kind: PlaceKind,
  code: string,
  own?: string,
  field = 'code',
): Promise<void> {
  const parsed = parseDivisionCode(code)
  if (kind !== 'compound' && (code.length !== 12 || !parsed.ok || parsed.value.level !== kind))
    throw refuse('code-shape', { code }, { field })
  const other = (await placesByCode(ctx.db, [code])).get(code)
  if (other && other.id !== own) throw refuse('code-taken', { code, name: other.name }, { field })
}

interface Rename {
  id: string
  name: string
  code: string
  inBuiltUpArea: boolean
  on: string
  version: number
}

/** A new name, code or built-up flag from a day on; what it was before stays on record. */
export const renamePlace = defineAction({
  verb: changeVerb,
  on: ({ id }: Rename) => ({ resource: place, id }),
  async run(ctx, { id, on, version, name, code, inBuiltUpArea }) {
    const known = await changeable(ctx, id, on)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    if (code !== known.code) await refuseTaken(ctx, known.kind, code, id)
    await changePlace(ctx.db, known, { ...known, name, code, inBuiltUpArea }, on)
    const detail = { before: known, after: { name, code, inBuiltUpArea, on } }
    return {
      answer: { version: version + 1 },
      audit: { resource: place.name, id, summary: `变更区域 ${known.name} → ${name}`, detail },
    }
  },
})

interface Move {
  id: string
  parentId: string
  on: string
  version: number
}

/** Another parent from a day on: the whole subtree follows, rights at once, scores of earlier years not. */
export const movePlaceAction = defineAction({
  verb: changeVerb,
  on: ({ id }: Move) => ({ resource: place, id }),
  async run(ctx, { id, parentId, on, version }) {
    const known = await changeable(ctx, id, on)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    const parent = await newParent(ctx, known, parentId)
    await changePlace(ctx.db, known, { ...known, parentId }, on)
    const detail = { before: known.parentId, after: parentId, on }
    return {
      answer: { version: version + 1 },
      audit: { resource: place.name, id, summary: `${known.name} 改隶 ${parent.name}`, detail },
    }
  },
})

async function newParent(ctx: Context, known: Place, parentId: string): Promise<Place> {
  const [parent] = await placesById(ctx.db, [parentId])
  const expected = parentKind[known.kind]
  if (!parent || !(await permitted(ctx, changeVerb, place, [parentId])).has(parentId))
    throw refusePlatform('not-found')
  if (parent.endedOn !== null) throw refuse('place-ended', { name: parent.name })
  if (parent.kind !== expected)
    throw refuse(
      'parent-kind',
      {
        kind: wordOf('placeKind', known.kind),
        expected: expected ? wordOf('placeKind', expected) : '—',
        name: parent.name,
      },
      { field: 'parentId' },
    )
  return parent
}
