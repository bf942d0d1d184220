import { getDrawPaper } from '../../../contracts/grading/public.ts'
import * as staff from '../../../contracts/grading/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { commitDraw } from './actions/commit-draw.ts'
import { declareTies } from './actions/declare-ties.ts'
import { handIn } from './actions/hand-in.ts'
import { answerQuestion } from './actions/questions.ts'
import { recuse } from './actions/recuse.ts'
import { runDraw } from './actions/run-draw.ts'
import { saveGrades } from './actions/save-grades.ts'
import { settleConflict } from './actions/settle-conflict.ts'
import { takeTask } from './actions/take-task.ts'
import { taskExport } from './exports.ts'
import type { Papers } from './papers.ts'
import { conflicts } from './queries/conflicts.ts'
import { drawPage, publicDraw } from './queries/draw.ts'
import { taskList, taskPage, tasksToTake } from './queries/tasks.ts'
import { ownTies, tiePlaces } from './queries/ties.ts'

export function gradingRoutes(papers: Papers): Route[] {
  const saving = saveGrades(papers)
  const recusing = recuse(papers)
  const declaring = declareTies(papers)
  const drawing = runDraw(papers)
  return [
    route(staff.myTasks, ({ query, ctx }) => tasksToTake(ctx, papers, query.round)),
    route(staff.saveGrades, ({ body, perform }) => perform(saving, body)),
    route(staff.submitTask, ({ params, body, perform }) => perform(handIn, { ...params, ...body })),
    route(staff.listTasks, ({ query, ctx }) => taskList(ctx, query)),
    taskExport(papers.demo),
    route(staff.getTask, ({ params, ctx }) => taskPage(ctx, papers, params.id)),
    route(staff.takeTask, ({ params, perform }) => perform(takeTask, params)),
    route(staff.recuse, ({ params, body, perform }) => perform(recusing, { ...params, ...body })),
    route(staff.answerQuestion, ({ params, body, perform }) =>
      perform(answerQuestion, { ...params, ...body }),
    ),
    route(staff.myTies, ({ ctx }) => ownTies(ctx)),
    route(staff.declareTies, ({ body, perform }) =>
      perform(declaring, {
        ties: body.ties.map(({ kind, placeId, bodyId }) => ({
          kind,
          placeId: placeId ?? null,
          bodyId: bodyId ?? null,
        })),
      }),
    ),
    route(staff.listConflicts, ({ ctx }) => conflicts(ctx)),
    route(staff.settleConflict, ({ params, body, perform }) =>
      perform(settleConflict, { ...params, ...body }),
    ),
    route(staff.findTiePlaces, ({ query, ctx }) => tiePlaces(ctx, query.text)),
    route(staff.getDraw, ({ params, ctx }) => drawPage(ctx, params.id)),
    route(staff.commitDraw, ({ params, body, perform }) =>
      perform(commitDraw, { ...params, ...body, reason: body.reason ?? null }),
    ),
    route(staff.runDraw, ({ params, body, perform }) =>
      perform(drawing, { ...params, number: body.number, correction: body.correction ?? null }),
    ),
    route(getDrawPaper, ({ params, ctx }) => publicDraw(ctx, params.id), { perMinute: 60 }),
  ]
}
