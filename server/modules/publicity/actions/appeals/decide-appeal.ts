import type { RoundState } from '../../../../../contracts/evaluation/words.ts'
import { type AppealOutcome, appealOutcomeNames } from '../../../../../contracts/publicity/appeal-words.ts'
import { defineAction } from '../../../../access/action.ts'
import type { Telling } from '../../../../access/tell.ts'
import { amendScores, type Engine } from '../../../evaluation/index.ts'
import { appealDecidedEvent, type Cells, papersOf, tellsOfMoved } from '../../appeal-results.ts'
import { appeal } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { outcomeOf } from '../../rules/appeals/outcome.ts'
import { isFinal } from '../../rules/appeals/term.ts'
import { heldAppeal, type KeptAppeal, settleAppeal } from '../../storage/appeals/appeals.ts'
import { lockScores, pointsOf, sceneOf } from '../../storage/appeals/scenes.ts'
import { keepShifts } from '../../storage/appeals/shifts.ts'
import { whyNotAppeal } from '../../why-not-judge.ts'

export interface Decision {
  id: string
  rows: { indicator: string; outcome: AppealOutcome; answer: string; entered?: Cells | null | undefined }[]
  answer: string
}

/**
 * 答复申诉: every row with an outcome and reasons; what is upheld is scored again from the decided reading, and everybody
 * whose place moved is told.
 */
export const decideAppeal = (engine: Engine) =>
  defineAction({
    verb: 'publicity.decide-appeals',
    on: ({ id }: Decision) => ({ resource: appeal, id, why: whyNotAppeal(id) }),
    async run(ctx, { id, rows, answer }) {
      const kept = await heldAppeal(ctx.db, id)
      if (kept.state !== 'open') throw refuse('appeal-settled', { number: kept.number })
      checkWhole(kept, rows)
      const scene = await sceneOf(ctx.db, kept.subjectId)
      const papers = await papersOf(engine.editions, scene)
      const amendments = rows.flatMap(({ indicator, outcome, answer: reason, entered }) => {
        if (outcome === 'rejected') return []
        const { fact, reading } = papers.read(indicator, entered)
        return [{ indicator, subjectId: kept.subjectId, fact, reason, reading: { ...reading, incident: '' } }]
      })
      if (amendments.length > 0 && isFinal(kept.roundState as RoundState))
        throw refuse('frozen-final', { round: kept.roundName }, { clause: 'A.1.4' })
      await lockScores(ctx.db, kept.roundId)
      const indicators = rows.map(({ indicator }) => indicator)
      const before = await pointsOf(ctx.db, kept.subjectId, indicators)
      const basis = { resource: appeal.name, id }
      const shifts =
        amendments.length > 0
          ? await amendScores(ctx, engine, { roundId: kept.roundId, amendments, basis })
          : []
      const after = await pointsOf(ctx.db, kept.subjectId, indicators)
      const outcome = outcomeOf(rows)
      const decided = rows.map((row) => ({
        ...row,
        reading: amendments.find(({ indicator }) => indicator === row.indicator)?.reading ?? null,
        pointsBefore: before.get(row.indicator) ?? null,
        pointsAfter: after.get(row.indicator) ?? null,
      }))
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      await settleAppeal(ctx.db, id, { outcome, answer, rows: decided }, stamp)
      await keepShifts(ctx.db, id, shifts)
      const own = shifts.find(({ subjectId }) => subjectId === kept.subjectId)
      const why = {
        roundId: kept.roundId,
        roundName: kept.roundName,
        subjectId: kept.subjectId,
        key: `appeal:${id}`,
        zh: `申诉 ${kept.number} 已作出决定`,
        en: `appeal ${kept.number} was decided`,
      }
      return {
        answer: { outcome, shifts: shifts.length },
        audit: {
          resource: appeal.name,
          id,
          summary: `答复申诉 ${kept.number}：${appealOutcomeNames[outcome].zh}`,
          detail: { outcome, answer, rows: decided, own: own ?? null, shifts: shifts.length },
        },
        tells: [toldAppellant(kept, outcome, answer), ...(await tellsOfMoved(ctx, shifts, why))],
        events: await appealDecidedEvent(ctx, {
          appealId: id,
          subjectId: kept.subjectId,
          rows: indicators,
          changed: own !== undefined,
        }),
      }
    },
  })

function checkWhole(kept: KeptAppeal, rows: Decision['rows']): void {
  const asked = kept.rows.map(({ indicator }) => indicator).toSorted()
  const decided = rows.map(({ indicator }) => indicator).toSorted()
  if (asked.join() !== decided.join())
    throw refuse('rows-incomplete', { rows: asked.join('、') }, { field: 'rows' })
}

const toldAppellant = (
  { id, number, subjectName, bodyId, filedBy, placeId }: KeptAppeal,
  outcome: AppealOutcome,
  answer: string,
): Telling => ({
  to: bodyId
    ? [{ bodyId, roles: ['enterprise'] }]
    : filedBy
      ? [{ accountId: filedBy }]
      : [{ placeId, roles: ['district-official', 'street-official', 'community-official'], reach: 'at' }],
  zh: `申诉 ${number}（${subjectName}）已答复：${appealOutcomeNames[outcome].zh}。${answer}`,
  en: `Appeal ${number} (${subjectName}) is answered: ${appealOutcomeNames[outcome].en}.`,
  link: `/publicity/appeals/${id}`,
  key: `appeal-decided:${id}`,
})
