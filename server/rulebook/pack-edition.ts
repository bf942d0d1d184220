import { Fraction } from '../values/fraction.ts'
import type { Edition } from './edition.ts'

const mark = '$fraction'

/** An edition as plain data, for an archive that must be scored again when the papers have moved on. */
export const packEdition = (edition: Edition): unknown =>
  JSON.parse(
    JSON.stringify(edition, function (this: Record<string, unknown>, key, value: unknown) {
      const own = this[key]
      return own instanceof Fraction ? { [mark]: own.toString() } : value
    }),
  )

/** The edition back from its packed form. The archive's hash is checked before, so its shape is what was packed. */
export const unpackEdition = (packed: unknown): Edition =>
  JSON.parse(JSON.stringify(packed), (_, value: unknown) =>
    typeof value === 'object' && value !== null && mark in value
      ? Fraction.parse(String((value as Record<string, unknown>)[mark]))
      : value,
  ) as Edition
