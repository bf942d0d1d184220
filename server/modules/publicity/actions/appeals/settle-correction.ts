import { correctionStateNames } from '../../../../../contracts/publicity/appeal-words.ts'
import { defineAction, type Told } from '../../../../access/action.ts'
import type { Context } from '../../../../access/context.ts'
import type { Telling } from '../../../../access/tell.ts'
import type { WhenCorrected } from '../../../correction.ts'
import { amendScores, type Engine, type Shifted } from '../../../evaluation/index.ts'
import { papersOf, tellsOfMoved } from '../../appeal-results.ts'
import { correction } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { publish } from '../../publish.ts'
import {
  correctionById,
  type KeptCorrection,
  lastPublication,
  type Settled,
  settleCorrection,
} from '../../storage/appeals/corrections.ts'
import { lockScores, pointsOf, sceneOf, stageRound } from '../../storage/appeals/scenes.ts'
import { keepShifts } from '../../storage/appeals/shifts.ts'
import { noteCorrection } from '../../storage/publications.ts'
import { whyNotCorrection } from '../../why-not-judge.ts'

/** What correcting works with: the scoring, and what follows a correction elsewhere (the archive, papers, events). */
export interface Correcting {
  engine: Engine
  whenCorrected: WhenCorrected
}

interface Decision {
  id: string
  accept: boolean
  note: string
}

/**
 * 决定更正 (两人制): scores are amended, published as another version beside those shown before, archived again, and
 * everybody whom it moved is told.
 */
export const decideCorrection = (correcting: Correcting) =>
  defineAction({
    verb: 'publicity.decide-corrections',
    on: ({ id }: Decision) => ({ resource: correction, id, why: whyNotCorrection(id) }),
    async run(ctx, { id, accept, note }) {
      const kept = (await correctionById(ctx.db, id)) as KeptCorrection
      if (kept.state !== 'proposed') throw refuse('correction-settled', { number: kept.number })
      if (kept.proposedBy === ctx.actor.id) throw refuse('own-proposal', {}, { clause: 'A.1.4' })
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      const done = accept ? await correct(ctx, correcting, kept) : undefined
      const state = done ? ('decided' as const) : ('rejected' as const)
      const { points = [], before = null, after = null, shifts = [], told = {} } = done ?? {}
      await settleCorrection(ctx.db, id, { state, note, points, before, after }, stamp)
      await keepShifts(ctx.db, id, shifts)
      return {
        answer: { state, shifts: shifts.length },
        audit: {
          resource: correction.name,
          id,
          summary: `更正 ${kept.number}：${correctionStateNames[state].zh}`,
          detail: { note, rows: kept.rows, points, shifts: shifts.length },
        },
        tells: [...toldConcerned(kept, state, note), ...(told.tells ?? [])],
        events: told.events ?? [],
      }
    },
  })

interface Corrected extends Pick<Settled, 'points' | 'before' | 'after'> {
  shifts: Shifted[]
  told: Told
}

async function correct(
  ctx: Context,
  { engine, whenCorrected }: Correcting,
  kept: KeptCorrection,
): Promise<Corrected> {
  const { id, roundId, subjectId } = kept
  await lockScores(ctx.db, roundId)
  const indicators = kept.rows.map(({ indicator }) => indicator)
  const papers = await papersOf(engine.editions, await sceneOf(ctx.db, subjectId))
  // What was proposed before a row was closed to corrections is refused in words.
  for (const indicator of indicators) papers.decidable(indicator)
  const pointsBefore = await pointsOf(ctx.db, subjectId, indicators)
  const before = await lastPublication(ctx.db, roundId)
  const amendments = kept.rows.map(({ fact, reading, reason }) => ({
    subjectId,
    fact,
    reason,
    reading: { ...reading, incident: '' },
  }))
  const shifts = await amendScores(ctx, engine, {
    roundId,
    amendments,
    basis: { resource: correction.name, id },
  })
  const pointsAfter = await pointsOf(ctx.db, subjectId, indicators)
  const round = await stageRound(ctx.db, roundId)
  if (!round) throw refuse('nothing-scored', {}, { clause: 'A.1.4' })
  const { id: after } = await publish(ctx, engine.editions, round, { kind: 'correction' })
  await noteCorrection(ctx.db, after, { ...kept, indicators })
  const followed = await whenCorrected(ctx, round, kept.reason)
  const moved = await tellsOfMoved(ctx, shifts, {
    roundId,
    roundName: kept.roundName,
    subjectId,
    key: `correction:${id}`,
    zh: `结果更正 ${kept.number} 已作出决定`,
    en: `correction ${kept.number} was decided`,
  })
  const points = indicators.map((indicator) => ({
    indicator,
    before: pointsBefore.get(indicator) ?? null,
    after: pointsAfter.get(indicator) ?? null,
  }))
  return {
    points,
    before,
    after,
    shifts,
    told: { tells: [...moved, ...(followed.tells ?? [])], events: followed.events ?? [] },
  }
}

/** Who proposed hears what came of it; who is scored hears of a correction alone. */
function toldConcerned(kept: KeptCorrection, state: 'decided' | 'rejected', note: string): Telling[] {
  const words = {
    zh: `结果更正 ${kept.number}（${kept.subjectName}）：${correctionStateNames[state].zh}。${note}`,
    en: `Correction ${kept.number} (${kept.subjectName}): ${correctionStateNames[state].en}.`,
    link: `/publicity/corrections/${kept.id}`,
  }
  const proposer: Telling[] = kept.proposedBy
    ? [{ ...words, to: [{ accountId: kept.proposedBy }], key: `correction-settled:${kept.id}` }]
    : []
  if (state === 'rejected') return proposer
  const offices = ['district-official', 'street-official', 'community-official'] as const
  const scored: Telling = {
    ...words,
    to: kept.bodyId
      ? [{ bodyId: kept.bodyId, roles: ['enterprise'] }]
      : [{ placeId: kept.placeId, roles: offices, reach: 'at' }],
    key: `correction-decided:${kept.id}`,
  }
  return [...proposer, scored]
}

/** 撤回更正: by whoever proposed it, before it is decided. */
export const withdrawCorrection = defineAction({
  verb: 'publicity.withdraw-correction',
  on: ({ id }: { id: string }) => ({ resource: correction, id }),
  async run(ctx, { id }) {
    const kept = (await correctionById(ctx.db, id)) as KeptCorrection
    if (kept.state !== 'proposed') throw refuse('correction-settled', { number: kept.number })
    const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
    const withdrawn = { state: 'withdrawn' as const, note: null, before: null, after: null, points: [] }
    await settleCorrection(ctx.db, id, withdrawn, stamp)
    return {
      answer: { withdrawn: true as const },
      audit: { resource: correction.name, id, summary: `撤回更正 ${kept.number}（${kept.subjectName}）` },
    }
  },
})
