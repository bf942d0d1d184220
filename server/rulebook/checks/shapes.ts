import type { Fault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'
import type { FactDefinition } from '../schema/facts.ts'
import type { Mechanism } from '../schema/indicators.ts'

/** Which shapes of fact each mechanism can read. */
const READABLE: Record<Mechanism, readonly FactDefinition['shape'][]> = {
  boolean: ['yes-no', 'ratio', 'count', 'checklist', 'level', 'score'],
  ratio: ['ratio', 'checklist', 'score'],
  count: ['count'],
  tiers: ['level', 'count'],
  checklist: ['checklist'],
  grade: ['grade'],
  survey: ['score'],
  deduction: ['deduction'],
  none: [],
}

/** A row reads a fact of a shape its mechanism understands, and that exists for the row's subjects. */
export function checkShapes(parts: Parts): Fault[] {
  const facts = new Map(parts.facts.map((f) => [f.value.id, f.value]))
  const faults: Fault[] = []
  for (const row of parts.rows) {
    const { mechanism, levels } = row.value
    const fact = facts.get(row.value.fact ?? '')
    if (fact && !READABLE[mechanism].includes(fact.shape)) {
      faults.push(faultAt(row, ['fact'], 'fact-shape', { mechanism, shape: fact.shape, id: fact.id }))
    }
    const gate = facts.get(row.value.gate ?? '')
    if (gate && gate.shape !== 'yes-no') faults.push(faultAt(row, ['gate'], 'gate-shape', { id: gate.id }))
    for (const [key, read] of [['fact', fact] as const, ['gate', gate] as const]) {
      for (const subject of levels.filter((l) => read && !read.subjects.includes(l))) {
        faults.push(faultAt(row, [key], 'fact-subject', { id: read?.id ?? '', subject }))
      }
    }
  }
  for (const fact of parts.facts) {
    if (fact.value.shape === 'level' && !fact.value.levels)
      faults.push(faultAt(fact, ['shape'], 'levels-missing'))
  }
  return faults
}
