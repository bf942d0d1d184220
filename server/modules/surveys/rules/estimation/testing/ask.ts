import { type Sample, type SampleColumns, type SampleFault, sampleOf } from '../sample.ts'
import { type Question, estimateSample } from '../estimate-sample.ts'
import type { Estimate } from '../estimate.ts'

/** A sample that is known to be right. */
export function sound(columns: SampleColumns): Sample {
  const made: Sample | SampleFault = sampleOf(columns)
  if ('code' in made) throw new Error(`no sample: ${JSON.stringify(made)}`)
  return made
}

/** The figures of an estimate by the names that reference files give them. */
export function figures(sample: Sample, question: Question): Record<string, number | null> {
  const { estimate, se, ci, df, deff, n }: Estimate = estimateSample(sample, question)
  return { estimate, se, low: ci?.[0] ?? null, high: ci?.[1] ?? null, df, deff, n }
}
