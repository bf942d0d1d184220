import type { DraftRow } from './document.ts'

/** A row as the form holds it: mechanisms' parameters beside each other, severities as a list. */
export interface RowEntered extends Omit<DraftRow, 'parameters' | 'variant'> {
  variant?: string | null
  comparator?: string
  limit?: string
  zero?: string
  target?: string
  of?: string
  least?: string
  most?: string
  tiers?: { name: string; nameEn?: string; at?: string; share: string }[]
  severities?: { name: string; points: string }[]
}

const levels = ['优', '良', '中', '差'] as const
const shares = ['1', '3/4', '1/2', '0']

export const emptyRubric = () =>
  levels.map((level, at) => ({ level, share: shares[at] ?? '0', signs: '', signsEn: '' }))

export function enteredOf({ parameters, ...row }: DraftRow): RowEntered {
  const { severities, ...plain } = parameters as Record<string, never> & {
    severities?: Record<string, string>
  }
  return {
    ...row,
    ...plain,
    ...(severities
      ? { severities: Object.entries(severities).map(([name, points]) => ({ name, points })) }
      : {}),
  }
}

/** The row as the file has it: what belongs to another mechanism is left out. */
export function rowOf(entered: RowEntered, before: DraftRow | undefined): Record<string, unknown> {
  const {
    comparator,
    limit,
    zero,
    target,
    of,
    least,
    most,
    tiers,
    severities,
    rubric,
    fact,
    gate,
    ...plain
  } = entered
  const { parameters: _, rubric: __, fact: ___, gate: ____, ...kept } = before ?? ({} as Partial<DraftRow>)
  const { mechanism } = entered
  const named = mechanism === 'none' ? {} : { fact }
  return {
    ...kept,
    ...plain,
    variant: entered.variant ?? null,
    ...named,
    ...(gate ? { gate } : {}),
    ...(mechanism === 'grade' ? { rubric } : {}),
    parameters: parametersOf(
      { comparator, limit, zero, target, of, least, most, tiers, severities },
      mechanism,
    ),
  }
}

type Parameters = Partial<
  Record<
    'comparator' | 'limit' | 'zero' | 'target' | 'of' | 'least' | 'most' | 'tiers' | 'severities',
    unknown
  >
>

function parametersOf(all: Parameters, mechanism: string): Record<string, unknown> {
  const given = (...names: (keyof Parameters)[]) =>
    Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
  switch (mechanism) {
    case 'boolean':
      return given('comparator', 'limit')
    case 'ratio':
      return given('zero', 'limit')
    case 'count':
      return given('target')
    case 'checklist':
      return given('of')
    case 'tiers':
      return {
        tiers: ((all.tiers ?? []) as { at?: string }[]).map(({ at, ...tier }) => ({
          ...tier,
          ...(at ? { at } : {}),
        })),
      }
    case 'deduction': {
      const severities = (all.severities ?? []) as { name: string; points: string }[]
      return {
        ...given('least', 'most'),
        severities: Object.fromEntries(severities.map(({ name, points }) => [name, points])),
      }
    }
    default:
      return {}
  }
}
