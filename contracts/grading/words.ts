import { z } from 'zod'

/** Who scores a row, as the tables print it; 业主 answer the survey and get no task. */
export const graderKinds = [
  '考核组',
  '物业主管部门',
  '区物业主管部门',
  '市物业主管部门',
  '街道社区',
  '业委会',
] as const
export const graderKind = z.enum(graderKinds)
export type GraderKind = z.infer<typeof graderKind>

export const taskStates = ['open', 'submitted', 'reopened'] as const
export const taskState = z.enum(taskStates)
export type TaskState = z.infer<typeof taskState>

/** What binds a grader to a compound or a body; never shown but to him and to whoever assigns. */
export const tieKinds = ['live', 'own', 'work', 'post', 'kin'] as const
export const tieKind = z.enum(tieKinds)
export type TieKind = z.infer<typeof tieKind>

export const tieNames: Record<TieKind, { zh: string; en: string }> = {
  live: { zh: '居住', en: 'Lives there' },
  own: { zh: '有房产', en: 'Owns there' },
  work: { zh: '任职', en: 'Works there' },
  post: { zh: '担任职务', en: 'Holds a post there' },
  kin: { zh: '近亲属相关', en: 'Close kin are concerned' },
}

/** What is entered for a row that does not apply; the comment says why. */
export const excused = '不适用'
