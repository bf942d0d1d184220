import type { BodyKind } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import type { RowResult } from '../../sheet-kind.ts'
import { type Examined, fault, settle, text } from '../../sheet-rows.ts'
import { body, place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Body, type BodyFields, insertBodies, updateBodies } from '../storage/bodies.ts'
import { type Place, placesByCode } from '../storage/places.ts'
import { examinePast, examineTerm } from './examine-days.ts'

/** A body was founded within the record, and not in days to come. */
export function examineFounding(ctx: Context, row: Examined): void {
  examineTerm(row, 'validFrom')
  examinePast(ctx, row, 'validFrom')
}

/** The places that rows name, on which the actor may do the verb. */
export async function findSeats(
  ctx: Context,
  rows: Examined[],
  column: string,
  needed: string,
): Promise<Map<number, Place>> {
  const places = await placesByCode(
    ctx.db,
    rows.map((row) => text(row, column)),
  )
  const reached = await permitted(
    ctx,
    needed,
    place,
    [...places.values()].map((p) => p.id),
  )
  const found = new Map<number, Place>()
  for (const row of rows) {
    const code = text(row, column)
    const seat = places.get(code)
    if (!seat) fault(row, column, refuse('place-unknown', { code }))
    else if (!reached.has(seat.id)) fault(row, column, refuse('place-out-of-reach', { name: seat.name }))
    else found.set(row.row, seat)
  }
  return found
}

/** Notes rows that would change a body which the actor may not edit. */
export async function refuseForeign(
  ctx: Context,
  rows: Examined[],
  knownOf: (row: Examined) => Body | undefined,
): Promise<void> {
  const known = rows.flatMap((row) => knownOf(row)?.id ?? [])
  const reached = await permitted(ctx, 'organisations.edit-body', body, known)
  for (const row of rows) {
    const same = knownOf(row)
    if (same && !reached.has(same.id)) fault(row, '', refuse('body-out-of-reach', { name: same.name }))
  }
}

interface BodiesFound {
  key(row: Examined): string
  known: ReadonlyMap<string, Body>
  /** Credit codes as they were read. */
  codes: ReadonlyMap<Examined, string | undefined>
  seats: ReadonlyMap<number, Place>
}

/** Records the rows as bodies of any kind: new, changed or as they were. */
export const settleBodies = (ctx: Context, rows: Examined[], found: BodiesFound): Promise<RowResult[]> =>
  settle<Examined, BodyFields>(rows, {
    key: found.key,
    known: found.known,
    fields: (row) => ({
      name: text(row, 'name'),
      kind: text(row, 'kind') as BodyKind,
      placeId: found.seats.get(row.row)?.id ?? '',
      validFrom: text(row, 'validFrom'),
    }),
    insert: (fresh) =>
      insertBodies(
        ctx.db,
        fresh.map(({ row, fields }) => ({ ...fields, uscc: found.codes.get(row) ?? null })),
      ),
    update: (changes) =>
      updateBodies(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
