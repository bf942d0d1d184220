import type { Draw } from '../draw.ts'
import { fictitiousPhone } from '../fictitious-codes.ts'
import { personName } from '../names.ts'
import type { Person } from './model.ts'

/** Invents persons one after the other; name and number are never those of anybody. */
export class Persons {
  #count = 0
  readonly #draw: Draw

  constructor(draw: Draw) {
    this.#draw = draw
  }

  /** @param quality 0 … 1: raises the odds that the person is a Party member */
  next(quality: number): Person {
    const n = this.#count++
    const member = 0.35 + 0.45 * quality
    const party = this.#draw.weighted<Person['party']>([
      ['member', member],
      ['activist', 0.08],
      ['no', 0.84 - member],
      [null, 0.08],
    ])
    return { name: personName(n), phone: fictitiousPhone(n + 1), party }
  }
}
