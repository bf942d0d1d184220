import type { Draw } from '../draw.ts'
import { fictitiousPhone } from '../fictitious-codes.ts'
import { personName } from '../names.ts'
import type { Person } from './model.ts'

/** Invents persons one after the other; name and number are never those of anybody. */
export class Persons {
  #count = 0
  readonly #draw: Draw
  readonly #unstated: number

  /** @param unstated share of those whose Party status nobody attested (未提供) */
  constructor(draw: Draw, unstated: number) {
    this.#draw = draw
    this.#unstated = unstated
  }

  /** @param quality 0 … 1: raises the odds that the person is a Party member */
  next(quality: number): Person {
    const n = this.#count++
    const member = 0.35 + 0.45 * quality
    const party = this.#draw.weighted<Person['party']>([
      ['member', member],
      ['activist', 0.08],
      ['no', 0.92 - member - this.#unstated],
      [null, this.#unstated],
    ])
    return { name: personName(n), phone: fictitiousPhone(n + 1), party }
  }
}
