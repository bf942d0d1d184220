import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { enteredReading, gradingTask, keptGrade } from './task-shapes.ts'
import { taskState } from './words.ts'

export * from './conflicts.ts'
export * from './draw.ts'
export * from './task-shapes.ts'
export * from './tasks.ts'
export * from './ties.ts'

/** All tasks of whoever asks, whole: what a phone takes along. */
export const myTasks = endpoint({
  method: 'GET',
  path: '/api/grading/my-tasks',
  verb: 'grading.grade',
  summary: '我的考核任务（可离线使用）',
  query: z.object({ round: id.optional() }),
  response: z.object({ tasks: z.array(gradingTask), at: z.string() }),
})

export const gradeSent = z.object({
  /** Made by the device: the same id is the same grade, however often it is sent. */
  id,
  taskId: id,
  row: z.string().regex(/^\d-\d\d$/),
  /** The version that the device saw; 0 where there was none. */
  baseVersion: z.number().int().min(0),
  entered: enteredReading,
  comment: z.string().max(500).default(''),
  overrideReason: z.string().trim().min(4, '请写明调整的理由，至少 4 个字').max(500).nullish(),
  documentIds: z.array(id).max(12).default([]),
  /** When and where it was graded, as the device says. */
  gradedAt: z.iso.datetime({ offset: true, error: '评分时间应写成 2026-01-31T09:30:00+08:00 的样子' }),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
  deviceId: z.string().max(60).default(''),
})
export type GradeSent = z.infer<typeof gradeSent>

/** What became of each grade sent, in the order sent. One refused does not hold up the others. */
export const saveGrades = endpoint({
  method: 'POST',
  path: '/api/grading/grades',
  verb: 'grading.grade',
  summary: '保存评分（可批量、可重发）',
  body: z.object({ grades: z.array(gradeSent).min(1).max(200) }),
  response: z.object({
    outcomes: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('saved'), id, grade: keptGrade }),
        /** Sent before with the same contents: counted once. */
        z.object({ outcome: z.literal('same'), id, grade: keptGrade }),
        /** Somebody, or another device, has graded the row since `baseVersion`. */
        z.object({ outcome: z.literal('conflict'), id, theirs: keptGrade }),
        z.object({
          outcome: z.literal('refused'),
          id,
          code: z.string(),
          detail: z.string(),
          detailEn: z.string(),
        }),
      ]),
    ),
  }),
})

export const submitTask = endpoint({
  method: 'POST',
  path: '/api/grading/tasks/:id/submission',
  verb: 'grading.grade',
  summary: '提交一项考核任务',
  params: z.object({ id }),
  body: z.object({
    /** Those present on site: unit or role, never an identity number; each with the signature drawn on the screen. */
    attendance: z
      .array(z.object({ who: z.string().trim().min(1).max(40), signatureDocumentId: id.nullish() }))
      .max(20)
      .default([]),
    /** The signed and sealed sheet, scanned, where it was done on paper. */
    sheetDocumentId: id.nullish(),
    note: z.string().max(500).default(''),
  }),
  response: z.object({ state: taskState }),
})
