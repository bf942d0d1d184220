import { z } from 'zod'
import { stage, subjectKind } from '../evaluation/words.ts'
import { evidence } from '../documents/staff.ts'
import { endpoint } from '../endpoint.ts'
import { can, id, page, paging } from '../shapes.ts'
import { gradingTask } from './task-shapes.ts'
import { graderKind, taskState } from './words.ts'

const taskListRow = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  subjectId: id,
  subjectKind,
  subjectName: z.string(),
  subjectCode: z.string(),
  projectName: z.string().nullable(),
  districtName: z.string(),
  streetName: z.string().nullable(),
  grader: graderKind,
  seat: z.string().nullable(),
  second: z.boolean(),
  state: taskState,
  takenBy: z.string().nullable(),
  rows: z.number().int(),
  graded: z.number().int(),
  /** Questions of moderators that wait. */
  questions: z.number().int(),
  stage,
  dueOn: z.string().nullable(),
  dueProvisional: z.string().nullable(),
  submittedAt: z.string().nullable(),
  can,
})
export type TaskListRow = z.infer<typeof taskListRow>

const filters = {
  round: id.optional(),
  /** `mine`: those that the asker may grade. */
  mine: z.enum(['yes']).optional(),
  grader: graderKind.optional(),
  state: taskState.optional(),
  place: id.optional(),
  text: z.string().max(60).optional(),
}
export const listTasks = endpoint({
  method: 'GET',
  path: '/api/grading/tasks',
  verb: 'grading.see-tasks',
  summary: '考核任务列表',
  query: z.object({ ...paging, ...filters }),
  response: page(taskListRow),
})
export const exportTasks = endpoint({
  method: 'GET',
  path: '/api/grading/tasks/export',
  verb: listTasks.verb,
  summary: '导出考核任务（Excel）',
  query: z.object(filters),
  response: z.unknown(),
})
export const getTask = endpoint({
  method: 'GET',
  path: '/api/grading/tasks/:id',
  verb: 'grading.see-tasks',
  summary: '一项考核任务',
  params: z.object({ id }),
  response: z.object({
    /** The scheme's name of the table. */
    tableTitle: z.string(),
    task: gradingTask,
    attendance: z.array(z.object({ who: z.string(), signature: evidence.nullable() })),
    sheet: evidence.nullable(),
    note: z.string(),
    submittedAt: z.string().nullable(),
    /** How many of the office could not take part. */
    abstained: z.number().int(),
    /** Moderators' questions, the latest first. */
    questions: z.array(
      z.object({
        id,
        row: z.string(),
        question: z.string(),
        askedAt: z.string(),
        answer: z.string().nullable(),
        answeredAt: z.string().nullable(),
      }),
    ),
    can,
  }),
})
/** Of an office's several people one does a task; another takes it over where that one cannot. */
export const takeTask = endpoint({
  method: 'POST',
  path: '/api/grading/tasks/:id/taking',
  verb: 'grading.take-task',
  summary: '接手一项考核任务',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ taken: z.literal(true) }),
})
export const recuse = endpoint({
  method: 'POST',
  path: '/api/grading/tasks/:id/recusal',
  verb: 'grading.grade',
  summary: '申请回避一项考核任务',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明回避的原因').max(200) }),
  /** Where it went is not told to whom it went from. */
  response: z.object({ reassigned: z.boolean() }),
})
export const answerQuestion = endpoint({
  method: 'POST',
  path: '/api/grading/tasks/:id/answers',
  verb: 'grading.grade',
  summary: '答复复核提问（不改分）',
  params: z.object({ id }),
  body: z.object({ questionId: id, answer: z.string().trim().min(4, '请写明说明，至少 4 个字').max(500) }),
  response: z.object({ answered: z.literal(true) }),
})
