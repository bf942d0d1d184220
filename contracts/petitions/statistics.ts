import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import { claimState, exclusion, outcome } from './words.ts'

/** Figures about claims, each a count among a count; facts of the rule-book read the same. */
export const measureIds = [
  'received',
  'signedInTime',
  'answered',
  'answeredInTime',
  'solved',
  'responded',
  'satisfied',
  'unreached',
  'reopened',
  'overdue',
  'climbed',
  'climbedSolved',
  'dueSolved',
  'keySolved',
  'struckOff',
] as const
export const measureId = z.enum(measureIds)
export type MeasureId = z.infer<typeof measureId>

/** What a figure says, which day decides its period, and what is left out. */
export const measureNames: Record<MeasureId, { zh: string; en: string; meansZh: string; meansEn: string }> = {
  received: {
    zh: '受理件数',
    en: 'Received',
    meansZh: '期内反映的有效诉求',
    meansEn: 'Valid claims filed in the period',
  },
  signedInTime: {
    zh: '及时签收率',
    en: 'Signed for in time',
    meansZh: '期内反映、能判定的诉求中，在签收期限内签收的',
    meansEn: 'Of those filed in the period and judged: signed for within the term',
  },
  answered: {
    zh: '答复率',
    en: 'Answered',
    meansZh: '期内反映的诉求中已答复的',
    meansEn: 'Of those filed in the period: answered',
  },
  answeredInTime: {
    zh: '按时答复率',
    en: 'Answered in time',
    meansZh: '期内答复的和期内超期仍未答复的诉求中，在期限内答复的',
    meansEn: 'Of those answered, or run over without an answer, in the period: answered within the term',
  },
  solved: {
    zh: '解决率',
    en: 'Solved',
    meansZh: '期内办结的诉求中，结果为已解决且反映人未表示未解决的',
    meansEn: 'Of those that ended in the period: solved, and not denied by the reporter',
  },
  responded: {
    zh: '响应率',
    en: 'Responded',
    meansZh: '期内回访并作答的诉求中，反映人认为得到响应的',
    meansEn: 'Of those visited in the period who said: responded to',
  },
  satisfied: {
    zh: '满意率',
    en: 'Satisfied',
    meansZh: '期内回访联系上并作答的诉求中表示满意的；未能回访的不计',
    meansEn: 'Of those reached in the period who said: satisfied; unreached ones left out',
  },
  unreached: {
    zh: '未能回访',
    en: 'Unreached',
    meansZh: '期内回访的诉求中未能联系上的',
    meansEn: 'Of those visited in the period: nobody reached',
  },
  reopened: {
    zh: '重办率',
    en: 'Reopened',
    meansZh: '期内反映的诉求中申请重办的',
    meansEn: 'Of those filed in the period: reopened',
  },
  overdue: {
    zh: '超期率',
    en: 'Overdue',
    meansZh: '期内反映的诉求中答复前超过期限的',
    meansEn: 'Of those filed in the period: ran over a term before the answer',
  },
  climbed: {
    zh: '超时升级率',
    en: 'Climbed when overdue',
    meansZh: '期内首次超期的诉求中已升级的',
    meansEn: 'Of those that first ran over a term in the period: climbed',
  },
  climbedSolved: {
    zh: '升级后解决率',
    en: 'Solved after climbing',
    meansZh: '期内首次升级的诉求中已解决的',
    meansEn: 'Of those that first climbed in the period: solved',
  },
  dueSolved: {
    zh: '派件解决率',
    en: 'Solved of those due',
    meansZh: '期内到期的诉求（期内办结的，加上期内超期且期末未办结的）中已解决的',
    meansEn: 'Of those due in the period (ended in it, or over their term and open at its end): solved',
  },
  keySolved: {
    zh: '重点难点解决率',
    en: 'Key problems solved',
    meansZh: '期内在重点难点清单上的诉求中，期末前已销号且已解决的',
    meansEn: 'Of those on the list of key problems in the period: struck off as solved by its end',
  },
  struckOff: {
    zh: '按期销号率',
    en: 'Struck off in time',
    meansZh: '期内到期的诉求中，期末前按期销号的',
    meansEn: 'Of those due in the period: struck off by its end and in time',
  },
}

export const statisticsBy = ['compound', 'enterprise', 'community', 'street', 'district'] as const

const share = z.object({ counted: z.number().int(), among: z.number().int() })

/** One subject's figures. An enterprise stands once for each district in which it served. */
export const statisticsRow = z.object({
  placeId: id,
  bodyId: id.nullable(),
  name: z.string(),
  /** The place above it; of an enterprise the district. */
  under: z.string(),
  measures: z.record(measureId, share),
  /** Those who were called to the spot and came in time: of a compound or district all who were called there, else the subject itself. */
  calls: share,
  massIncidents: z.number().int(),
  /** Filed in the period and left out of every figure, by why. */
  excluded: z.record(exclusion, z.number().int()),
})

const period = { from: day, to: day, by: z.enum(statisticsBy) }

export const statisticsFilters = { ...period, place: id.optional() }

export const claimStatistics = endpoint({
  method: 'GET',
  path: '/api/petitions/statistics',
  verb: 'petitions.see',
  summary: '诉求指标统计（小区、企业、社区、街道、旗县区）',
  query: z.object({ ...paging, ...statisticsFilters }),
  response: page(statisticsRow),
})

/** The claims behind one figure of one subject; those counted add up to it. */
export const claimsBehind = endpoint({
  method: 'GET',
  path: '/api/petitions/statistics/claims',
  verb: 'petitions.see',
  summary: '指标背后的诉求',
  query: z.object({ ...paging, ...period, place: id, body: id.optional(), measure: measureId }),
  response: page(
    z.object({
      id,
      number: z.string(),
      categoryName: z.string(),
      placeName: z.string(),
      state: claimState,
      outcome: outcome.nullable(),
      openedAt: z.string(),
      closedAt: z.string().nullable(),
      counted: z.boolean(),
    }),
  ),
})
