/**
 * Adds up numbers with Neumaier's compensation: the result is right to about one unit in its last place, whatever the
 * order and however many. Weights are products of divisions and have no short exact form; where they are by design
 * (`exact.ts`) the sum is a Fraction instead.
 */
export class CompensatedSum {
  #sum = 0
  #lost = 0

  add(value: number): void {
    const next = this.#sum + value
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum
    this.#sum = next
  }

  get value(): number {
    return this.#sum + this.#lost
  }
}
