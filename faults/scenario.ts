import type { City } from './city/city.ts'

/** One way in which things go wrong, and what must hold all the same. */
export interface Scenario {
  name: string
  title: string
  /** Needs a city whose database is not the server's own. */
  isOutside?: boolean
  /**
   * Does the damage once and looks. @returns figures worth telling, such as how many answers were lost
   * @throws Broken with what did not hold
   */
  once(city: City, time: number): Promise<Record<string, number>>
}

/** A promise of the product that did not hold. */
export class Broken extends Error {}

/** @throws Broken unless it is so */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise)
}

/** @throws Broken unless both are the same, byte for byte as JSON */
export function mustEqual(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a === b) return
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 120)
  throw new Broken(`${what}: found …${around(a)}… instead of …${around(b)}…`)
}

/** A moment somewhere within so many milliseconds. */
export const someTime = (mostMs: number): number => Math.random() * mostMs
