import { z } from 'zod'

/** The way of a survey (A.2.3, 6.8.1 e): each word is what has been done. */
export const surveyStates = [
  'planned',
  'frozen',
  'committed',
  'drawn',
  'field',
  'closed',
  'published',
] as const
export const surveyState = z.enum(surveyStates)
export type SurveyState = z.infer<typeof surveyState>

/** The yearly survey of table A; the half-year test of firms by owners (6.8.1 c); results brought by a third party. */
export const surveyKinds = ['yearly', 'half-year', 'third-party'] as const
export const surveyKind = z.enum(surveyKinds)
export type SurveyKind = z.infer<typeof surveyKind>

/** Through which door an answer came. */
export const answerModes = ['web', 'interviewer', 'paper'] as const
export const answerMode = z.enum(answerModes)
export type AnswerMode = z.infer<typeof answerMode>

/**
 * What became of a sampled owner, after AAPOR's standard definitions: 1.x answered, 2.x eligible without an answer,
 * 3.x not known to be eligible, 4.x not eligible.
 */
export const outcomeCodes = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1', '3.2', '4.1', '4.2'] as const
export const outcomeCode = z.enum(outcomeCodes)
export type OutcomeCode = z.infer<typeof outcomeCode>

interface Words {
  zh: string
  en: string
}

export const surveyStateNames: Record<SurveyState, Words> = {
  planned: { zh: '已建立', en: 'Planned' },
  frozen: { zh: '抽样框已冻结', en: 'Frame frozen' },
  committed: { zh: '种子已承诺', en: 'Seed committed' },
  drawn: { zh: '已抽样', en: 'Drawn' },
  field: { zh: '调查中', en: 'In the field' },
  closed: { zh: '已截止', en: 'Closed' },
  published: { zh: '已公布', en: 'Published' },
}

export const surveyKindNames: Record<SurveyKind, Words> = {
  yearly: { zh: '年度业主满意度调查', en: "Yearly survey of owners' satisfaction" },
  'half-year': { zh: '业主半年测评', en: "Owners' half-year test" },
  'third-party': { zh: '第三方调查结果', en: "A third party's results" },
}

export const answerModeNames: Record<AnswerMode, Words> = {
  web: { zh: '本人网上填答', en: 'By the owner, online' },
  interviewer: { zh: '调查员访问', en: 'By an interviewer' },
  paper: { zh: '纸质问卷', en: 'On paper' },
}

export const outcomeNames: Record<OutcomeCode, Words> = {
  '1.1': { zh: '完整填答', en: 'Complete' },
  '1.2': { zh: '部分填答', en: 'Partial' },
  '2.1': { zh: '拒绝', en: 'Refused' },
  '2.2': { zh: '未联系上', en: 'Not reached' },
  '2.3': { zh: '不便作答（病、语言等）', en: 'Could not answer' },
  '3.1': { zh: '未尝试联系', en: 'Never tried' },
  '3.2': { zh: '地址无法进入或找到', en: 'Address not found' },
  '4.1': { zh: '已不是业主（转让、搬离）', en: 'No longer an owner' },
  '4.2': { zh: '房屋不在调查范围', en: 'Not a dwelling of the frame' },
}
