import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { type Examined, fault, text } from '../../sheet-rows.ts'
import { compound } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Place, placesByCode } from '../storage/places.ts'

/**
 * The compounds that rows name in a column, by row number. Blank cells are left out; unknown codes, other kinds of
 * place and compounds on which the actor may not do the verb become faults. Two statements for a batch.
 */
export async function findCompounds(
  ctx: Context,
  rows: Examined[],
  column: string,
  verb: string,
): Promise<Map<number, Place>> {
  const asked = rows.filter((row) => text(row, column) !== '')
  const places = await placesByCode(
    ctx.db,
    asked.map((row) => text(row, column)),
  )
  const compounds = [...places.values()].filter((p) => p.kind === 'compound').map((p) => p.id)
  const reached = await permitted(ctx, verb, compound, compounds)
  const found = new Map<number, Place>()
  for (const row of asked) {
    const code = text(row, column)
    const place = places.get(code)
    if (place?.kind !== 'compound') fault(row, column, refuse('compound-unknown', { code }))
    else if (!reached.has(place.id)) fault(row, column, refuse('place-out-of-reach', { name: place.name }))
    else found.set(row.row, place)
  }
  return found
}
