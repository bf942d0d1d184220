import type { Answer } from '../../../contracts/endpoint.ts'
import type { previewEdition as contract } from '../../../contracts/standards/editions.ts'
import type { Context } from '../../access/context.ts'
import { edition } from '../../rulebook/load.ts'
import { overlay } from '../../rulebook/overlay.ts'
import { type Engine, previewEdition } from '../evaluation/index.ts'
import { checkDraft } from './check-draft.ts'
import { refuse } from './problems.ts'
import { draftById } from './queries/drafts.ts'

/** Sums may still be wrong while one tries an edition; what it refers to must exist, or nothing can be scored. */
const onlyPoints = new Set([
  'table-sum',
  'group-sum',
  'groups-sum',
  'owners-sum',
  'owners-floor',
  'row-has-readings',
  'successor-other',
])

/** 试算: a round's facts under the draft beside its own edition. @throws 404, or when the draft cannot score */
export async function preview(
  ctx: Context,
  engine: Engine,
  id: string,
  roundId: string,
): Promise<Answer<typeof contract>> {
  const draft = await draftById(ctx, id)
  const faults = await checkDraft(ctx.db, engine.editions, draft)
  const barring = faults.filter(({ code }) => !onlyPoints.has(code))
  const [first] = barring
  if (first)
    throw refuse('edition-faulty', {
      count: barring.length,
      first: { zh: `${first.key} ${first.detail}`, en: `${first.key} ${first.detailEn}` },
    })
  const base = await engine.editions.rulebookOf(draft.basedOn)
  const { id: code, from } = draft.document.scheme
  // Limits as they stand when the edition begins: last year's facts, next year's papers.
  const tried = edition(overlay(base, draft.document), code, from)
  const { round, kinds } = await previewEdition(ctx, engine, roundId, tried)
  const titles = new Map(
    Object.values(tried.tables).flatMap((table) => table.rows.map((row) => [row.id, row.indicator] as const)),
  )
  return {
    round,
    kinds: kinds.map(({ withoutData, ...kind }) => ({
      ...kind,
      withoutData: withoutData.map((one) => ({ ...one, indicator: titles.get(one.row) ?? one.row })),
    })),
  }
}
