import { z } from 'zod'

/** Why a row is looked at again before it is shown to the public. */
export const flagKinds = [
  'grader-outlier',
  'district-outlier',
  'no-evidence',
  'changed',
  'override',
  'graders-disagree',
] as const
export const flagKind = z.enum(flagKinds)
export type FlagKind = z.infer<typeof flagKind>

export const flagNames: Record<FlagKind, { zh: string; en: string }> = {
  'grader-outlier': { zh: '偏离本人平均', en: 'Far from the grader’s own mean' },
  'district-outlier': { zh: '偏离全区平均', en: 'Far from the district’s mean' },
  'no-evidence': { zh: '缺少佐证', en: 'Evidence missing' },
  changed: { zh: '较上年变化大', en: 'Much changed since last year' },
  override: { zh: '调整了计算值', en: 'A computed value was overridden' },
  'graders-disagree': { zh: '两人评分不一致', en: 'Two graders disagree' },
}

/** `changed`: the score is another one than was confirmed; it waits again. */
export const reviewStates = ['open', 'changed', 'confirmed'] as const
export const reviewState = z.enum(reviewStates)
export type ReviewState = z.infer<typeof reviewState>

export const reviewStateNames: Record<ReviewState, { zh: string; en: string }> = {
  open: { zh: '待复核', en: 'To be reviewed' },
  changed: { zh: '复核后有变动', en: 'Changed since its review' },
  confirmed: { zh: '已复核', en: 'Confirmed' },
}

/** What somebody has done to a subject's score, so that another person must confirm it (两人制). */
export const hands = ['graded', 'declared', 'decided', 'chosen'] as const
export const hand = z.enum(hands)
export type Hand = z.infer<typeof hand>

export const handNames: Record<Hand, { zh: string; en: string }> = {
  graded: { zh: '评过分', en: 'graded it' },
  declared: { zh: '填报过事实', en: 'declared facts of it' },
  decided: { zh: '作过决定', en: 'decided on it' },
  chosen: { zh: '在两名评分人之间作过选择', en: 'chose between its two graders' },
}

export const choices = ['first', 'second', 'mean'] as const
export const choice = z.enum(choices)
export type Choice = z.infer<typeof choice>

export const choiceNames: Record<Choice, { zh: string; en: string }> = {
  first: { zh: '采用第一评分', en: 'The first grade' },
  second: { zh: '采用第二评分', en: 'The second grade' },
  mean: { zh: '取两者平均', en: 'The mean of both' },
}
