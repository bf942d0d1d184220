import { Fraction } from '../../values/fraction.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Located, type Parts } from '../parts.ts'
import type { FactDefinition } from '../schema/facts.ts'
import type { Questionnaire } from '../schema/questionnaires.ts'

type Asked = Located<Questionnaire>

/** Every surveyed fact is asked for by exactly one item of the yearly survey, for each kind of its subjects (A.1 to A.4). */
export function checkQuestionnaires(parts: Parts): Fault[] {
  const facts = new Map(parts.facts.map(({ value }) => [value.id, value]))
  return [
    ...versionFaults(parts.questionnaires),
    ...parts.questionnaires.flatMap((asked) => [
      ...itemFaults(asked),
      ...scaleFaults(asked),
      ...weightFaults(asked, parts),
      ...feedFaults(asked, facts),
      ...(asked.value.kind === 'yearly' ? gapFaults(asked, facts) : []),
    ]),
  ]
}

/** One version of each kind on each day. */
function versionFaults(all: readonly Asked[]): Fault[] {
  const seen: Asked[] = []
  return all.flatMap((asked) => {
    const { id, kind, from, to } = asked.value
    const twin = seen.find(({ value }) => value.id === id)
    const other = seen.find(
      ({ value }) =>
        value.kind === kind && (value.to === null || from < value.to) && (to === null || value.from < to),
    )
    seen.push(asked)
    if (twin) return [faultAt(asked, ['id'], 'duplicate', { id, first: twin.file.name })]
    if (to !== null && from >= to) return [faultAt(asked, ['from'], 'days-order', { from, to })]
    return other ? [faultAt(asked, ['from'], 'days-overlap', { id: other.value.id, from })] : []
  })
}

function itemFaults(asked: Asked): Fault[] {
  const seen = new Set<string>()
  return asked.value.items.flatMap(({ id }, i) => {
    if (seen.has(id)) return [faultAt(asked, ['items', i, 'id'], 'duplicate', { id, first: asked.file.name })]
    seen.add(id)
    return []
  })
}

/** The best grade first, inside 0 to 100: means stay comparable with the table's points. */
function scaleFaults(asked: Asked): Fault[] {
  const values = asked.value.scale.levels.map(({ value }) => Fraction.parse(value))
  return asked.value.scale.levels.flatMap(({ name, value }, i) => {
    const own = values[i] as Fraction
    const before = values[i - 1]
    const isInside = !own.isNegative() && own.compare(Fraction.parse('100')) <= 0
    return isInside && (!before || own.compare(before) < 0)
      ? []
      : [faultAt(asked, ['scale', 'levels', i, 'value'], 'scale-falling', { name, value })]
  })
}

/** The owners' weight in the half-year test is not below the limit of its first day (6.8.1 c). */
function weightFaults(asked: Asked, { limits }: Parts): Fault[] {
  const { kind, weight, from } = asked.value
  if (kind !== 'half-year') return []
  const limit = limits.find(({ value }) => value.id === 'owner-weight-minimum')?.value
  const least = limit?.values.find((one) => one.from <= from && (one.to === null || from < one.to))?.value
  if (weight !== undefined && least !== undefined) {
    if (Fraction.parse(weight).compare(Fraction.parse(least)) >= 0) return []
  }
  return [faultAt(asked, ['weight'], 'weight-low', { weight: weight ?? '—', least: least ?? '—' })]
}

/** What is fed exists, comes by surveys and has those subjects; no fact is fed twice for one kind of subject. */
function feedFaults(asked: Asked, facts: ReadonlyMap<string, FactDefinition>): Fault[] {
  const fed = new Map<string, string>()
  return asked.value.items.flatMap((item, i) =>
    item.feeds.flatMap(({ fact: id, subjects }, j) => {
      const path = ['items', i, 'feeds', j, 'fact']
      const fact = facts.get(id)
      if (!fact) return [faultAt(asked, path, 'no-fact', { id })]
      if (fact.provenance !== 'surveyed') return [faultAt(asked, path, 'fact-not-surveyed', { id })]
      return (subjects ?? fact.subjects).flatMap((subject) => {
        if (!fact.subjects.includes(subject)) return [faultAt(asked, path, 'fact-subject', { id, subject })]
        const first = fed.get(`${id} ${subject}`)
        fed.set(`${id} ${subject}`, item.id)
        return first === undefined ? [] : [faultAt(asked, path, 'fact-fed-twice', { id, subject, first })]
      })
    }),
  )
}

function gapFaults(asked: Asked, facts: ReadonlyMap<string, FactDefinition>): Fault[] {
  const feeds = asked.value.items.flatMap((item) => item.feeds)
  return [...facts.values()]
    .filter(({ provenance, module }) => provenance === 'surveyed' && module === 'surveys')
    .flatMap(({ id, subjects }) =>
      subjects
        .filter(
          (subject) => !feeds.some((feed) => feed.fact === id && (feed.subjects?.includes(subject) ?? true)),
        )
        .map((subject) => faultAt(asked, ['items'], 'fact-not-fed', { id, subject })),
    )
}
