import { z } from 'zod'

/**
 * The life of one import: waiting-check → checking → checked (or unreadable) → waiting-import → importing → imported.
 * `interrupted`: the server went down while importing; nothing was saved and it can be confirmed again.
 */
export const runStates = [
  'waiting-check',
  'checking',
  'checked',
  'unreadable',
  'waiting-import',
  'importing',
  'imported',
  'interrupted',
  'discarded',
] as const
export const runState = z.enum(runStates)
export type RunState = z.infer<typeof runState>

export const decision = z.enum(['distinct', 'skip'])
export type Decision = z.infer<typeof decision>

export const runStateNames: Record<RunState, { zh: string; en: string }> = {
  'waiting-check': { zh: '等待检查', en: 'Waiting to be checked' },
  checking: { zh: '正在检查', en: 'Being checked' },
  checked: { zh: '已检查，待确认', en: 'Checked, to be confirmed' },
  unreadable: { zh: '不能导入', en: 'Cannot be imported' },
  'waiting-import': { zh: '等待导入', en: 'Waiting to be imported' },
  importing: { zh: '正在导入', en: 'Being imported' },
  imported: { zh: '已导入', en: 'Imported' },
  interrupted: { zh: '中断，可重新确认', en: 'Interrupted; confirm again' },
  discarded: { zh: '已放弃', en: 'Discarded' },
}
