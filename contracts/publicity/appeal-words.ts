import { z } from 'zod'

export const appealStates = ['open', 'decided', 'withdrawn'] as const
export const appealState = z.enum(appealStates)
export type AppealState = z.infer<typeof appealState>

export const appealStateNames: Record<AppealState, { zh: string; en: string }> = {
  open: { zh: '处理中', en: 'Being handled' },
  decided: { zh: '已答复', en: 'Answered' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const appealOutcomes = ['upheld', 'partly', 'rejected'] as const
export const appealOutcome = z.enum(appealOutcomes)
export type AppealOutcome = z.infer<typeof appealOutcome>

export const appealOutcomeNames: Record<AppealOutcome, { zh: string; en: string }> = {
  upheld: { zh: '成立', en: 'Upheld' },
  partly: { zh: '部分成立', en: 'Partly upheld' },
  rejected: { zh: '不成立', en: 'Rejected' },
}

export const correctionStates = ['proposed', 'decided', 'rejected', 'withdrawn'] as const
export const correctionState = z.enum(correctionStates)
export type CorrectionState = z.infer<typeof correctionState>

export const correctionStateNames: Record<CorrectionState, { zh: string; en: string }> = {
  proposed: { zh: '待决定', en: 'To be decided' },
  decided: { zh: '已更正', en: 'Corrected' },
  rejected: { zh: '不予更正', en: 'Not corrected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
