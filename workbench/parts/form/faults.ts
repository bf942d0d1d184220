import type { FieldFault } from '../../api/problem.ts'

export interface PlacedFaults {
  /** For antd's setFields: beside their fields, several sentences of one field together. */
  beside: { name: (string | number)[]; errors: string[] }[]
  /** Sentences whose field this form does not show. */
  elsewhere: string[]
}

/** "members[0].name", "body.members.0.name", "/members/0/name" → ['members', 0, 'name']. */
export function pathOf(field: string): (string | number)[] {
  const steps = field
    .replace(/\[(\d+)\]/g, '.$1')
    .split(/[./]/)
    .filter((step) => step !== '')
  if (steps[0] === 'body' && steps.length > 1) steps.shift()
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** Puts each fault beside its field where the form has it; the rest is for the note above the form. */
export function placeFaults(
  faults: FieldFault[],
  has: (path: (string | number)[]) => boolean,
  english: boolean,
): PlacedFaults {
  const beside = new Map<string, { name: (string | number)[]; errors: string[] }>()
  const elsewhere: string[] = []
  for (const fault of faults) {
    const sentence = english ? fault.detailEn : fault.detail
    const name = pathOf(fault.field ?? '')
    if (name.length === 0 || !has(name)) {
      elsewhere.push(sentence)
      continue
    }
    const key = name.join('.')
    const placed = beside.get(key) ?? { name, errors: [] }
    placed.errors.push(sentence)
    beside.set(key, placed)
  }
  return { beside: [...beside.values()], elsewhere }
}
