import type { Edition } from '../../server/rulebook/edition.ts'
import { Draw } from '../draw.ts'
import type { DemoCity } from '../ground/model.ts'
import { mark } from '../names.ts'
import type { Cells } from '../sheets/cells.ts'
import { type AskedFact, askedFacts } from './asked-facts.ts'
import { cellsFor, type FactCells } from './cells.ts'
import { type FactSubject, subjectsOfYear } from './subjects.ts'

export type Recorder = 'bureau' | 'evaluator' | 'survey'

/** Who brings what: the evaluation group inspects, the survey agency asks the owners, the bureau takes in the rest. */
const recorders: Record<string, Recorder> = { inspected: 'evaluator', surveyed: 'survey' }
export const recorderOf = (cells: Cells): Recorder => recorders[String(cells.provenance)] ?? 'bureau'

/** How much of a year in progress has come in already. */
const arrived: Record<string, number> = {
  declared: 0.88,
  inspected: 0.84,
  surveyed: 0.8,
  imported: 0.96,
  computed: 1,
}

interface Asking {
  city: DemoCity
  edition: Edition
  year: number
  complete: boolean
}

/** Every fact of a year, subject by subject; of a year in progress about 85 of a hundred. */
export function* factRows({ city, edition, year, complete }: Asking): Generator<Cells> {
  const cache = new Map<string, AskedFact[]>()
  for (const subject of subjectsOfYear(city, year)) {
    const { table, kind, variant, place, enterprise } = subject
    const key = `${table} ${kind} ${variant}`
    const asked = cache.get(key) ?? askedFacts(edition, table, kind, variant)
    cache.set(key, asked)
    const draw = new Draw(
      city.plan.seed,
      'facts',
      year,
      kind,
      place,
      table === 'A.2' ? (enterprise?.uscc ?? '') : '',
    )
    for (const one of asked) {
      const rows = [...rowsOf(one, subject, { year, draw })]
      if (complete || draw.chance(arrived[one.fact.provenance] ?? 1)) yield* rows
    }
  }
  yield* incidents(city, year)
}

interface Drawing {
  year: number
  draw: Draw
}

function* rowsOf(asked: AskedFact, subject: FactSubject, drawing: Drawing): Generator<Cells> {
  const { fact, row } = asked
  if (fact.shape === 'deduction') return
  if (row.evaluator === '业委会') return yield* gradedByCommittees(asked, subject, drawing)
  const inspected = fact.provenance === 'inspected'
  yield {
    ...base(asked, subject, drawing.year),
    ...cells(asked, subject, drawing),
    grader: inspected ? `考核组${mark}` : '',
  }
}

const base = ({ fact, row }: AskedFact, subject: FactSubject, year: number): Cells => ({
  year,
  fact: fact.id,
  place: subject.place,
  uscc: subject.kind === 'enterprise' ? (subject.enterprise?.uscc ?? null) : null,
  provenance: fact.provenance,
  evidence: `演示数据：${year}年${row.evidence[0] ?? fact.title}`,
})

function cells({ fact, row }: AskedFact, subject: FactSubject, { year, draw }: Drawing): Cells {
  const known = fromGround(fact.id, subject, year)
  if (known) return known
  return { ...cellsFor({ fact, row, quality: subject.quality, months: subject.months, draw }) }
}

/** What the compounds themselves tell: how many old ones there are and were renovated, and the firm's credit grade. */
function fromGround(
  fact: string,
  { compounds, enterprise }: FactSubject,
  year: number,
): (FactCells & { note?: string }) | undefined {
  if (fact === 'credit-grade' || fact === 'enterprise-credit-grade')
    return { value: creditGrade(enterprise?.quality ?? 0) }
  const isRenovation = /old-compounds-renovated|renovation-funds-raised|renovation-satisfaction/.test(fact)
  if (!isRenovation) return undefined
  const old = compounds.filter((c) => c.type === 'old')
  if (old.length === 0) return { value: '不适用', note: '辖区内没有老旧小区' }
  if (!fact.endsWith('old-compounds-renovated')) return undefined
  const done = old.filter((c) => c.renovatedOn !== null && c.renovatedOn <= `${year}-12-31`)
  return { numerator: String(done.length), denominator: String(old.length) }
}

const creditGrade = (quality: number): string =>
  quality > 0.9 ? 'AAA' : quality > 0.72 ? 'AA' : quality > 0.5 ? 'A' : quality > 0.36 ? 'B' : 'C'

/** The committee of each project gives its own grade; where no project has one the row does not apply (C38). */
function* gradedByCommittees(asked: AskedFact, subject: FactSubject, drawing: Drawing): Generator<Cells> {
  const graders = subject.compounds.flatMap((compound) => {
    const election = compound.committee?.election
    return election && election.electedOn <= `${drawing.year}-12-31`
      ? [{ compound, grader: election.name }]
      : []
  })
  const said = base(asked, subject, drawing.year)
  if (graders.length === 0) yield { ...said, value: '不适用', note: '所管项目都没有业委会或物管会' }
  for (const { compound, grader } of graders)
    yield { ...said, ...cells(asked, subject, drawing), project: compound.code, grader }
}

/** A few findings of the negative list; the first of a year stands in two rows and is deducted once (C23). */
function* incidents(city: DemoCity, year: number): Generator<Cells> {
  const draw = new Draw(city.plan.seed, 'incidents', year)
  const subjects = [...subjectsOfYear(city, year)].filter((s) => s.kind === 'enterprise')
  const count = Math.max(2, Math.round(subjects.length * 0.02))
  const facts = ['mass-incidents', 'major-public-opinion', 'major-safety-accidents']
  for (const [i, subject] of draw.shuffled(subjects).slice(0, count).entries()) {
    const incident = `演示-${year}-${String(i + 1).padStart(3, '0')}`
    for (const fact of i === 0 ? facts.slice(0, 2) : [draw.pick(facts)])
      yield {
        year,
        fact,
        place: subject.place,
        uscc: subject.enterprise?.uscc ?? null,
        value: draw.pick(['一般', '一般', '较大']),
        provenance: 'declared',
        incident,
        evidence: `演示数据：${incident}号处理决定`,
      }
  }
}
