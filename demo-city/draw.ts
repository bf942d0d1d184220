/**
 * A stream of numbers that depends on its seed alone: the same seed gives the same city on every machine.
 * (xmur3 for the seed, sfc32 for the stream; no secret is ever drawn from it.)
 */
export class Draw {
  #state: [number, number, number, number]

  constructor(...seed: readonly (string | number)[]) {
    const text = seed.join('\u0000')
    let hash = 1_779_033_703 ^ text.length
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 3_432_918_353)
      hash = (hash << 13) | (hash >>> 19)
    }
    const next = () => {
      hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
      hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
      return (hash ^= hash >>> 16) | 0
    }
    this.#state = [next(), next(), next(), next()]
    for (let i = 0; i < 12; i++) this.share()
  }

  /** 0 ≤ share < 1. */
  share(): number {
    const s = this.#state
    const sum = (((s[0] + s[1]) | 0) + s[3]) | 0
    s[3] = (s[3] + 1) | 0
    s[0] = s[1] ^ (s[1] >>> 9)
    s[1] = (s[2] + (s[2] << 3)) | 0
    s[2] = (((s[2] << 21) | (s[2] >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.share() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.share() * list.length)] as T
  }

  /** One of the values, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.share() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return (choices.at(-1) as readonly [T, number])[0]
  }

  /** How many of `tries` succeed. */
  hits(tries: number, probability: number): number {
    let count = 0
    for (let i = 0; i < tries; i++) if (this.chance(probability)) count++
    return count
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.integer(0, i)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }
}
