import { type BodyKind, type PlaceKind, wordOf } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { parseUscc } from '../../../values/uscc.ts'
import { contains } from '../../../values/days.ts'
import { tidied } from '../../../values/parsed.ts'
import { type Examined, fault, text } from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import { type Body, bodiesAt, bodiesByUscc } from '../storage/bodies.ts'
import { type Place, placesByCode } from '../storage/places.ts'

/** Bodies without a credit code of their own are named by their place. */
const kindsAt: Record<PlaceKind, readonly BodyKind[]> = {
  compound: ['owners-committee', 'property-management-committee'],
  community: ['residents-committee'],
  street: ['department'],
  district: ['department'],
  city: ['department'],
}

/** How a sheet names a body: 18 places are a credit code, all else the code of a place. */
const isUscc = (code: string) => tidied(code).length === 18

/** Reads a credit code, noting why it cannot be one. @returns its canonical form, or undefined */
export function readUscc(row: Examined, column: string): string | undefined {
  const read = parseUscc(text(row, column))
  if (read.ok) return read.value
  fault(row, column, refuse(`uscc-${read.reason}`, { code: text(row, column) }))
  return undefined
}

/**
 * The bodies that rows name in a column, by row number: by credit code, or a committee by its compound's code, a
 * residents committee by its community's, a department by its street's, district's or city's. Blank cells are left out.
 * @param day the column with the day on which the body must have been there
 */
export async function findBodies(
  ctx: Context,
  rows: Examined[],
  column: string,
  day: string,
): Promise<Map<number, Body>> {
  const asked = rows.filter((row) => text(row, column) !== '')
  const codes = new Map(
    asked.map((row) => [row.row, isUscc(text(row, column)) ? readUscc(row, column) : undefined]),
  )
  const byUscc = await bodiesByUscc(
    ctx.db,
    [...codes.values()].filter((code) => code !== undefined),
  )
  const byPlace = asked.filter((row) => !isUscc(text(row, column)))
  const places = await placesByCode(
    ctx.db,
    byPlace.map((row) => text(row, column)),
  )
  const seated = await bodiesAt(
    ctx.db,
    [...places.values()].map((p) => p.id),
    [...new Set([...places.values()].flatMap((p) => kindsAt[p.kind]))],
  )
  const atPlace = Map.groupBy(seated, (body) => body.placeId)
  const found = new Map<number, Body>()
  for (const row of asked) {
    const code = text(row, column)
    const body = isUscc(code)
      ? known(row, column, byUscc.get(codes.get(row.row) ?? ''), text(row, day))
      : atOnDay(row, column, places.get(code), atPlace, text(row, day))
    if (body) found.set(row.row, body)
  }
  return found
}

function known(row: Examined, column: string, body: Body | undefined, day: string): Body | undefined {
  if (row.faults.some((f) => f.column === column)) return undefined
  if (!body) fault(row, column, refuse('body-unknown', { code: text(row, column) }))
  else if (body.validTo !== null && day >= body.validTo)
    fault(row, column, refuse('body-not-then', { name: body.name, day }))
  else return body
  return undefined
}

function atOnDay(
  row: Examined,
  column: string,
  place: Place | undefined,
  atPlace: Map<string, Body[]>,
  day: string,
): Body | undefined {
  const code = text(row, column)
  if (!place) {
    fault(row, column, refuse('body-unknown', { code }))
    return undefined
  }
  const here = (atPlace.get(place.id) ?? []).filter((body) => kindsAt[place.kind].includes(body.kind))
  const then = here.find((body) => contains({ from: body.validFrom, to: body.validTo }, day))
  if (then) return then
  // A committee's posts may begin a few days before its election was recorded; other bodies keep no such terms.
  const only = here.length === 1 && place.kind !== 'compound' ? here[0] : undefined
  if (only) return known(row, column, only, day)
  if (place.kind === 'compound') fault(row, column, refuse('committee-not-then', { name: place.name, day }))
  else
    fault(
      row,
      column,
      refuse('body-unknown-here', { code, kind: wordOf('bodyKind', kindsAt[place.kind][0] as BodyKind) }),
    )
  return undefined
}
