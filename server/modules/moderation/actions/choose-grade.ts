import { v7 as uuid } from 'uuid'
import { type Choice, choiceNames } from '../../../../contracts/moderation/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { EditionRow, Editions } from '../../../rulebook/load.ts'
import { Fraction } from '../../../values/fraction.ts'
import { recordReadings } from '../../evaluation/index.ts'
import { whyBarred } from '../../grading/index.ts'
import { rowsOf } from '../examine.ts'
import { review } from '../policy.ts'
import { refuse } from '../problems.ts'
import { meanOfGrades, type Said } from '../rules/mean-of-grades.ts'
import {
  keepChoice,
  keepEvent,
  type ReviewScene,
  heldScene,
  type TwoGrades,
  twoGrades,
} from '../storage/reviews.ts'

interface Choosing {
  id: string
  taskId: string
  row: string
  choice: Choice
  reason: string
}

/**
 * 选定评分: of two independent graders one, or the mean of both, counts. It takes the place of the first grader's
 * reading, whose version is kept; whoever chose does not confirm.
 */
export const chooseGrade = (editions: Editions) =>
  defineAction({
    verb: 'moderation.choose',
    on: ({ id }: Choosing) => ({ resource: review, id, why: whyBarred(review, 'moderation.see', id) }),
    async run(ctx, { id, taskId, row: indicator, choice, reason }) {
      const scene = (await heldScene(ctx.db, id)) as ReviewScene
      if (scene.roundState !== 'moderation')
        throw refuse('not-in-moderation', { round: scene.roundName }, { clause: 'A.1.4' })
      const two = await twoGrades(ctx.db, taskId, indicator)
      const row = rowsOf(await editions.rulebookOf(scene.edition), scene)(scene.tableId, indicator)
      if (!two || !row) throw refuse('no-second', { row: indicator }, { field: 'row' })
      await record(ctx, scene, row, { two, choice, reason })
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      await keepChoice(ctx.db, { id: uuid(), reviewId: id, taskId, indicator, choice, reason }, stamp)
      const note = `${choiceNames[choice].zh}：${reason}`
      await keepEvent(ctx.db, id, { kind: 'chosen', indicator, note }, stamp)
      return {
        answer: { chosen: choice },
        audit: {
          resource: review.name,
          id,
          summary: `“${scene.name}”指标 ${indicator}：${choiceNames[choice].zh}`,
          detail: { row: indicator, taskId, choice, reason, first: two.first, second: two.second },
        },
      }
    },
  })

async function record(
  ctx: Context,
  scene: ReviewScene,
  row: EditionRow,
  { two, choice, reason }: { two: TwoGrades; choice: Choice; reason: string },
): Promise<void> {
  const { numerator, denominator, value, named, notApplicable } = readingOf(row, two, choice)
  const { fact } = row
  if (!fact) throw refuse('no-second', { row: row.id }, { field: 'row' })
  const departs = choice === 'mean' ? two.first.override || two.second.override : two[choice].override
  const given = {
    year: scene.year,
    fact,
    placeId: scene.placeId,
    bodyId: scene.bodyId,
    projectId: two.projectId,
    grader: two.seat ?? two.grader,
    incident: '',
    numerator,
    denominator,
    value,
    named,
    notApplicable,
    note: choice === 'first' ? '' : `复核${choiceNames[choice].zh}：${reason}`,
    evidence: two.second.evidence === 0 ? '' : `佐证 ${two.second.evidence} 份`,
    provenance: 'inspected' as const,
    standing: departs ? ('override' as const) : ('ordinary' as const),
  }
  // Without a person's name, as all grades are recorded: the scored body sees the seat alone.
  await recordReadings({ ...ctx, actor: { ...ctx.actor, id: null } }, [given])
}

function readingOf(row: EditionRow, { first, second }: TwoGrades, choice: Choice): Said {
  if (choice !== 'mean') return choice === 'first' ? first : second
  const rubric = row.mechanism === 'grade' ? row.rubric : []
  const shares = new Map(rubric.map(({ level, share }) => [level as string, Fraction.parse(share)]))
  const mean = meanOfGrades(row.mechanism, shares, [first, second])
  if (!mean) throw refuse('no-mean', { row: row.id }, { field: 'choice' })
  return mean
}
