import { queryOf } from '../../api/address.ts'

export const tasksAddress = '/grading'
export const taskAddress = (task: string): string => `/grading/tasks/${task}`
export const sheetAddress = (task: string): string => `/grading/tasks/${task}/sheet`
export const tiesAddress = '/grading/ties'
export const conflictsAddress = '/grading/conflicts'
export const drawAddress = (round?: string): string =>
  round === undefined ? '/grading/draw' : `/grading/draw?${queryOf({ round })}`
