import { type Fault, makeFault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'
import { SCORING_RULINGS } from '../scoring-settings.ts'

/** The rulings that scoring computes with must be there, with the parameters it reads. */
export function checkRulings(parts: Parts): Fault[] {
  return SCORING_RULINGS.flatMap(([id, shape]) => {
    const ruling = parts.rulings.find((r) => r.value.id === id)
    if (!ruling) return [makeFault(parts.rulings[0]?.file.name ?? 'rulebook/rulings', 1, 'no-ruling', { id })]
    const checked = shape.safeParse(ruling.value.parameters)
    if (checked.success) return []
    return checked.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '')
      return faultAt(ruling, ['parameters', ...issue.path], 'ruling-parameter', { id, name })
    })
  })
}
