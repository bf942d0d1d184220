import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Context } from '../../../access/context.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import type { Editions, Rulebook } from '../../../rulebook/load.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { CellFault, RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { factColumns } from '../fact-columns.ts'
import { factList } from '../fact-list.ts'
import { holdYears } from '../hold-round.ts'
import { factPlace } from '../policy.ts'
import { refuse } from '../problems.ts'
import {
  type Entry,
  examineFact,
  factKey,
  type FactIndex,
  factIndex,
  type Known,
} from '../rules/examine-fact.ts'
import {
  contractsBetween,
  enterprisesByCode,
  expectNew,
  factIsKnown,
  saveFacts,
} from '../storage/declared-facts.ts'
import { type Named, placesByCode, type PlaceInReach, type Reach } from '../storage/places-in-reach.ts'

export const declareFactsVerb = 'evaluation.declare-facts'

/** 申报事实 by sheet: one row is one fact about one subject for one year. */
export function factSheet(editions: Editions): SheetKind {
  const index = factIndex(editions.shipped)
  return {
    name: 'declared-facts',
    title: '申报事实',
    titleEn: 'Declared facts',
    verb: declareFactsVerb,
    columns: factColumns(index),
    reference: factList(editions.shipped),
    identity: ['year', 'fact', 'place', 'uscc', 'project', 'grader', 'incident'],
    expects: factIsKnown,
    record: (ctx, sheet) => recordFacts(ctx, editions, sheet),
  }
}

export const declareFacts = (editions: Editions) => defineSheetAction(factSheet(editions))

/** Results of a satisfaction survey come from who surveys, or from the bureaus that commission it (6.8.1 e). */
const surveyors: readonly Role[] = ['survey-agency', 'city-official', 'district-official']

export const maySurvey = ({ grants }: Context['actor']): boolean =>
  grants.some((grant) => surveyors.includes(grant.role))

const text = (row: SheetRow, key: string) => String(row.cells[key] ?? '').trim()

/** Whether the actor may record about the place `r`: the guard, asked in the statement that reads the places. */
function reachOf(ctx: Context, editions: Editions): Reach {
  const grants = ctx.actor.grants.filter((grant) => grant.role !== 'committee')
  return {
    reached: ctx.policy.filter(ctx.actor, declareFactsVerb, factPlace),
    otherwise: ctx.policy.filter({ ...ctx.actor, grants }, declareFactsVerb, factPlace),
    editions: editions.idsInSql,
  }
}

/** Years that a calendar knows; what else is typed is refused row by row. */
const yearsIn = (sheet: readonly SheetRow[]) =>
  sheet
    .map((row) => Number(text(row, 'year')))
    .filter((year) => Number.isInteger(year) && year > 0 && year < 10_000)

const indexes = new WeakMap<Rulebook, FactIndex>()

/** Made once for each rule-book: it takes longer than all else that is done for a fact. */
function indexOf(rulebook: Rulebook): FactIndex {
  const index = indexes.get(rulebook) ?? factIndex(rulebook)
  indexes.set(rulebook, index)
  return index
}

/** The only row of a sheet where it names a fact about a place alone. */
function onlyNamed(index: FactIndex, sheet: readonly SheetRow[]): Named | undefined {
  const [row] = sheet
  if (!row || sheet.length > 1 || text(row, 'uscc') || text(row, 'project')) return undefined
  const [year, fact] = [Number(text(row, 'year')), index.byName.get(text(row, 'fact'))]
  if (!fact || !Number.isInteger(year) || year < 2021 || year > 2100) return undefined
  return { year, fact: fact.id, grader: text(row, 'grader'), incident: text(row, 'incident') }
}

/** The editions as the statement that read the places found them; where it found none, nothing will be recorded. */
const wholeAt = (editions: Editions, places: ReadonlyMap<string, PlaceInReach>): Promise<Rulebook> => {
  const [place] = places.values()
  return place ? editions.wholeOf(place.editions) : editions.whole()
}

async function recordFacts(ctx: Context, editions: Editions, sheet: SheetRow[]): Promise<RowResult[]> {
  // Goes with the statement that reads the stages: no round of the year freezes between looking and writing.
  await holdYears(ctx.db, yearsIn(sheet))
  const codes = sheet.flatMap((row) => [text(row, 'place'), text(row, 'project')])
  const named = ctx.expects ? onlyNamed(indexOf(editions.latest), sheet) : undefined
  const places = await placesByCode(ctx.db, codes, reachOf(ctx, editions), named)
  const index = indexOf(await wholeAt(editions, places))
  const byId = new Map([...places.values()].map((place) => [place.id, place]))
  const known: Known = {
    places,
    enterprises: await enterprisesByCode(
      ctx.db,
      sheet.map((row) => text(row, 'uscc')),
    ),
    thisYear: Number(ctx.clock.today().slice(0, 4)),
    contracts: [],
    maySurvey: maySurvey(ctx.actor),
    gradesOnly: (placeId) => {
      const { reached = false, otherwise = false } = byId.get(placeId) ?? {}
      return reached && !otherwise
    },
  }
  known.contracts = await contractsBetween(ctx.db, known.enterprises, known.places)
  const examined = sheet.map((row) => ({ row, ...examineFact(row, index, known) }))
  for (const { entry, guarded, faults } of examined)
    if (entry && guarded && !byId.get(guarded.id)?.reached) {
      const { zh, en } = refuse('out-of-reach', { name: guarded.name })
      faults.push({ column: entry.projectId ? 'project' : 'place', zh, en })
    }
  refuseRepeats(examined)
  const sound = examined.flatMap(({ entry, faults }) =>
    entry && faults.length === 0 ? [{ key: factKey(entry), entry }] : [],
  )
  const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString(), needsReason: true }
  const [only] = sound
  const isNew = only && byId.get(only.entry.placeId)?.isSaid === false
  const saved = isNew
    ? new Map([[only.key, { id: await expectNew(ctx.db, only.entry, stamp), outcome: 'created' as const }]])
    : await saveFacts(ctx.db, sound, stamp)
  return examined.map(({ row, entry, faults }): RowResult => {
    if (!entry || faults.length > 0) return { row: row.row, outcome: 'refused', faults }
    const { outcome = 'unchanged', id = '' } = saved.get(factKey(entry)) ?? {}
    if (outcome === 'unreasoned') return refusedAt(row, 'reason', refuse('reason-missing'))
    if (outcome === 'of-procedure') return refusedAt(row, 'fact', refuse('of-procedure'))
    return { row: row.row, outcome, id }
  })
}

const refusedAt = ({ row }: SheetRow, column: string, { zh, en }: Refusal): RowResult => ({
  row,
  outcome: 'refused',
  faults: [{ column, zh, en }],
})

interface Examined {
  row: SheetRow
  entry?: Entry
  faults: CellFault[]
}

/** Of two rows that name the same fact neither may silently win, whatever words they name it with. */
function refuseRepeats(examined: readonly Examined[]) {
  const first = new Map<string, number>()
  for (const { row, entry, faults } of examined) {
    if (!entry || faults.length > 0) continue
    const earlier = first.get(factKey(entry))
    first.set(factKey(entry), earlier ?? row.row)
    if (earlier === undefined) continue
    const { zh, en } = refuse('row-twice', { row: earlier })
    faults.push({ column: 'fact', zh, en })
  }
}
