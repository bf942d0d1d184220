/** A stratum of the sample. `n` counts its sampled units; `population` is its size, null for no finite population correction. */
export interface Stratum {
  name: string
  n: number
  population: number | null
}

/** A stratified sample of single units, by columns: one entry per sampled unit. */
export interface Sample {
  strata: readonly Stratum[]
  /** Which of `strata` the unit was drawn in. */
  stratum: Int32Array
  /** How many of the population the unit stands for; above 0. */
  weight: Float64Array
  /** False where neither weights nor sizes were given: totals and sizes then mean nothing. */
  scaled: boolean
  postStrata: PostStrata | null
}

/** What post-stratification leaves behind for the variance: each unit's cell and its weight before. */
export interface PostStrata {
  cell: Int32Array
  cells: number
  before: Float64Array
}

/** What is known of each unit; a column that is left out is not known of any. */
export interface SampleColumns {
  count: number
  /** Left out: all units are of one stratum. */
  stratum?: readonly string[] | undefined
  /** Heads in the unit's stratum, a whole number. */
  population?: ArrayLike<number> | undefined
  /** Left out: population ÷ n of the stratum, or 1. */
  weight?: ArrayLike<number> | undefined
}

/** What is wrong, with the unit (counted from 0) where it shows first. */
export type SampleFault =
  | { code: 'empty' }
  | { code: 'weight-not-positive'; unit: number; weight: number }
  | { code: 'population-not-whole'; unit: number; population: number }
  | { code: 'population-differs'; unit: number; first: number; stratum: string }
  | { code: 'population-below-sample'; unit: number; stratum: string; population: number; n: number }

/** @returns the sample, its strata in the order of first appearance, or what is wrong with the columns */
export function sampleOf(columns: SampleColumns): Sample | SampleFault {
  const { count, population, weight } = columns
  if (count === 0) return { code: 'empty' }
  const { names, stratum, first } = strataOf(columns)
  const sizes = names.map(() => 0)
  for (let unit = 0; unit < count; unit++) {
    const own = stratum[unit] as number
    sizes[own] = (sizes[own] as number) + 1
    const fault = populationFault(columns, unit, first[own] as number, names[own] as string)
    if (fault) return fault
    const given = weight?.[unit]
    if (given !== undefined && !(given > 0 && Number.isFinite(given)))
      return { code: 'weight-not-positive', unit, weight: given }
  }
  const strata = names.map(
    (name, i): Stratum => ({
      name,
      n: sizes[i] as number,
      population: population?.[first[i] as number] ?? null,
    }),
  )
  const small = strata.findIndex((one) => one.population !== null && one.population < one.n)
  const { name, n, population: size } = strata[small] ?? {}
  if (name !== undefined && n !== undefined && size !== undefined && size !== null)
    return {
      code: 'population-below-sample',
      unit: first[small] as number,
      stratum: name,
      population: size,
      n,
    }
  const weights = Float64Array.from({ length: count }, (_, unit) => {
    const own = strata[stratum[unit] as number] as Stratum
    return weight?.[unit] ?? (own.population === null ? 1 : own.population / own.n)
  })
  const scaled = weight !== undefined || population !== undefined
  return { strata, stratum, weight: weights, scaled, postStrata: null }
}

function strataOf({ count, stratum }: SampleColumns) {
  const index = new Map<string, number>()
  const first: number[] = []
  const own = new Int32Array(count)
  for (let unit = 0; unit < count; unit++) {
    const name = stratum?.[unit] ?? ''
    const known = index.get(name) ?? index.size
    if (known === index.size) {
      index.set(name, known)
      first.push(unit)
    }
    own[unit] = known
  }
  return { names: [...index.keys()], stratum: own, first }
}

function populationFault(
  { population }: SampleColumns,
  unit: number,
  first: number,
  stratum: string,
): SampleFault | undefined {
  const size = population?.[unit]
  if (size === undefined) return undefined
  if (!Number.isSafeInteger(size) || size < 1) return { code: 'population-not-whole', unit, population: size }
  return size === population?.[first] ? undefined : { code: 'population-differs', unit, first, stratum }
}
