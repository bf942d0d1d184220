import type { Sample, Stratum } from './sample.ts'

/** The units that a question is about, and how many of each stratum they are. */
export interface Domain {
  units: Int32Array
  /** Per stratum. */
  counts: Int32Array
}

export const everyone = (sample: Sample): Int32Array =>
  Int32Array.from({ length: sample.weight.length }, (_, unit) => unit)

export function domainOf(sample: Sample, units: Int32Array): Domain {
  const counts = new Int32Array(sample.strata.length)
  for (const unit of units) {
    const own = sample.stratum[unit] as number
    counts[own] = (counts[own] as number) + 1
  }
  return { units, counts }
}

/** The units of each key, in the order of the keys' first appearance. */
export function unitsByKey(keys: readonly string[]): Map<string, Int32Array> {
  const found = new Map<string, number[]>()
  keys.forEach((key, unit) => {
    const known = found.get(key)
    if (known) known.push(unit)
    else found.set(key, [unit])
  })
  return new Map([...found].map(([key, units]) => [key, Int32Array.from(units)]))
}

/** Heads of the strata that the domain lies in, where it holds them whole and their sizes are known; else null. */
export function headsOf(strata: readonly Stratum[], counts: ArrayLike<number>): number | null {
  let heads = 0
  for (const [i, { n, population }] of strata.entries()) {
    if (counts[i] === 0) continue
    if (population === null || counts[i] !== n) return null
    heads += population
  }
  return heads
}

/** Whether every head of the strata that the domain lies in was asked. */
export const isCensus = (strata: readonly Stratum[], counts: ArrayLike<number>): boolean =>
  strata.every(({ n, population }, i) => counts[i] === 0 || population === n)

/** Answers less the strata they lie in. */
export function degreesOfFreedom(counts: ArrayLike<number>): number {
  let answers = 0
  let strata = 0
  for (let i = 0; i < counts.length; i++) {
    answers += counts[i] as number
    if ((counts[i] as number) > 0) strata++
  }
  return answers - strata
}
