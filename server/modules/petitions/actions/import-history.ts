import { v7 as uuid } from 'uuid'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { shanghaiDay } from '../../../values/days.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  type Examined,
  examined,
  fault,
  optionalText,
  refusedRow,
  refuseRepeats,
  sound,
  text,
} from '../../sheet-rows.ts'
import { refuse } from '../history-problems.ts'
import type { PetitionMeans } from '../means.ts'
import { place as placeResource } from '../policy.ts'
import type { ClaimEvent, KeptEvent } from '../rules/events.ts'
import { foldEvents } from '../rules/fold.ts'
import { courseOf, type PastCase } from '../rules/past-course.ts'
import { remembered, replay } from '../rules/replay.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { keepMoved, type Moved } from '../storage/claims.ts'
import { filePastClaims, type PastClaim } from '../storage/past-claims.ts'
import {
  claimsByNumber,
  type NumberTaken,
  type PastCategory,
  pastCategories,
  pastPlaces,
  pastScenes,
  spotKey,
} from '../storage/past-grounds.ts'
import { readingOf } from '../reading.ts'
import { pastCase } from './examine-past.ts'
import { pastColumns } from './past-columns.ts'

const verb = 'petitions.import-history'

/** 诉求历史 by sheet: real cases of the past, led through the clocks of their own days (6.4.2, 6.4.3). */
export const historySheet = (means: PetitionMeans): SheetKind => ({
  name: 'petitions',
  title: '诉求历史',
  titleEn: 'Claims of the past',
  verb,
  columns: pastColumns,
  identity: ['number'],
  partial: true,
  reference: {
    title: '类别',
    headings: ['类别', '代码'],
    rows: means.categories.map(({ name, code }) => [name, code]),
    column: 'category',
  },
  record: (ctx, rows) => recordHistory(ctx, means, rows),
})

interface Good {
  row: Examined
  past: PastCase
  category: PastCategory
  placeId: string
}

async function recordHistory(ctx: Context, means: PetitionMeans, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  refuseRepeats(rows, 'number', (row) => text(row, 'number'))
  const good = await understood(ctx, rows)
  const scenes = await pastScenes(ctx.db, good.map(spotOf))
  const taken = await claimsByNumber(
    ctx.db,
    good.map(({ row }) => text(row, 'number')),
  )
  const reading = await readingOf(ctx, { ...means, limits: remembered(means.limits) })
  const results = new Map<number, RowResult>()
  const fresh: PastClaim[] = []
  const grown: Moved[] = []
  for (const one of good) {
    const scene = scenes.get(spotKey(spotOf(one)))
    if (!scene) throw new Error(`no routing for ${spotKey(spotOf(one))}`)
    const course = courseOf(one.past, scene)
    const known = taken.get(text(one.row, 'number'))
    if (known) {
      const more = grownBy(one, course, known, reading)
      if (more) grown.push(more)
      if (sound(one.row))
        results.set(one.row.row, { row: one.row.row, outcome: more ? 'changed' : 'unchanged', id: known.id })
      continue
    }
    const id = uuid()
    fresh.push({ ...replay(course, reading), intake: intakeOf(id, one, scene.firmId, ctx.actor.id) })
    results.set(one.row.row, { row: one.row.row, outcome: 'created', id })
  }
  await filePastClaims(ctx.db, fresh, reading)
  await keepMoved(ctx.db, grown, reading)
  return rows.map((row) => results.get(row.row) ?? refusedRow(row))
}

const spotOf = ({ category, placeId, past }: Good) => ({
  category: category.code,
  placeId,
  day: shanghaiDay(new Date(past.times.opened)),
})

/** Rows whose cells say something that can be; everything else is noted at its cell. Three statements for a batch. */
async function understood(ctx: Context, rows: readonly Examined[]): Promise<Good[]> {
  const now = ctx.clock.now()
  const said = (key: string) => [...new Set(rows.map((row) => text(row, key)))]
  const places = await pastPlaces(ctx.db, said('place'))
  const categories = await pastCategories(ctx.db, said('category'))
  const ids = [...places.values()].flat().map(({ id }) => id)
  const reached = await permitted(ctx, verb, placeResource, ids)
  return rows.flatMap((row) => {
    const past = pastCase(row, now)
    const category = categories.get(text(row, 'category'))
    if (!category)
      fault(row, 'category', refuse('past-category-unknown', { category: text(row, 'category') }))
    const place = text(row, 'place')
    const [found, another] = places.get(place) ?? []
    if (!found) fault(row, 'place', refuse('past-place-unknown', { place }))
    else if (another)
      fault(row, 'place', refuse('past-place-several', { place, count: places.get(place)?.length ?? 2 }))
    else if (!reached.has(found.id))
      fault(row, 'place', refuse('past-place-out-of-reach', { place: found.name }))
    if (!past || !category || !found || !sound(row)) return []
    return [
      {
        row,
        category,
        placeId: found.id,
        past: { ...past, category: category.code, limitClass: category.limitClass },
      },
    ]
  })
}

const intakeOf = (
  id: string,
  { row, past, category, placeId }: Good,
  firmId: string | null,
  by: string | null,
) => ({
  id,
  number: text(row, 'number'),
  channel: past.channel,
  intake_key: `import:${text(row, 'number')}`,
  category: category.code,
  of_property: category.ofProperty,
  of_sanitation: category.ofSanitation,
  about_firm: category.aboutFirm,
  place_id: placeId,
  provider_id: firmId,
  spot: '',
  content: optionalText(row, 'content') ?? '历史诉求，未记录内容',
  filed_by: by,
  opened_at: past.times.opened,
})

/** What the clocks did by themselves since the last import. */
const byItself: ReadonlySet<KeptEvent['kind']> = new Set(['warned', 'overdue', 'climbed', 'term-moved'])

const isSame = (a: ClaimEvent, b: ClaimEvent): boolean =>
  a.kind === b.kind &&
  a.at === b.at &&
  (a.kind !== 'answered' || b.kind !== 'answered' || a.data.outcome === b.data.outcome)

/** What the row knows beyond what was imported; nothing where it knows no more. What differs is refused. */
function grownBy(
  { row, category, placeId }: Good,
  course: ClaimEvent[],
  known: NumberTaken,
  reading: Reading,
) {
  const number = text(row, 'number')
  if (known.intakeKey !== `import:${number}`) {
    fault(row, 'number', refuse('past-number-taken', { number }))
    return undefined
  }
  const told = known.events.filter(({ kind }) => !byItself.has(kind))
  const isPrefix =
    told.length <= course.length && told.every((event, i) => isSame(event, course[i] as ClaimEvent))
  if (!isPrefix || known.category !== category.code || known.placeId !== placeId) {
    fault(row, 'number', refuse('past-differs', { number }))
    return undefined
  }
  const rest = course.slice(told.length)
  if (rest.length === 0) return undefined
  const { claim, events } = replay(rest, reading, foldEvents(known.events, reading.limits))
  return { id: known.id, claim, fresh: events }
}
