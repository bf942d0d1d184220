import type { FlagKind } from '../../../../contracts/moderation/words.ts'
import { type FarFrom, outlying } from './outlying.ts'

/** A scored row of a subject; points as a share of what the row can earn. */
export interface ScoredRow {
  subjectId: string
  kind: string
  districtId: string
  indicator: string
  share: number
  /** The same row of the same subject in the round before. */
  before: number | null
}

/** A grade as it stands. */
export interface GradedRow {
  subjectId: string
  indicator: string
  taskId: string
  /** Whoever graded; the same person for all his grades. */
  graderId: string
  kind: string
  projectId: string | null
  second: boolean
  /** Share of the row's points; null where it cannot be compared (不适用). */
  share: number | null
  evidence: number
  /** Whether the rule-book asks evidence for the row. */
  evidenceAsked: boolean
  overrideReason: string | null
  computedSaid: string | null
}

export interface FlagLimits extends FarFrom {
  change: number
  disagreement: number
}

export interface Flag {
  subjectId: string
  indicator: string
  kind: FlagKind
  taskId: string | null
  /** Figures behind it, rounded for reading. */
  params: Record<string, string>
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/** All rows of a round that are looked at again (A.1.4 客观公正), and why. */
export function flagsOf(
  scored: readonly ScoredRow[],
  graded: readonly GradedRow[],
  limits: FlagLimits,
): Flag[] {
  const counted = graded.filter((grade) => !grade.second)
  return [
    ...farFromOwnMean(counted, limits),
    ...farFromDistrict(scored, limits),
    ...counted.flatMap(withoutEvidence),
    ...scored.flatMap((row) => changed(row, limits)),
    ...counted.flatMap(overridden),
    ...disagreeing(graded, limits),
  ]
}

/** Held against the same grader's other grades of the same row of the same table. */
function farFromOwnMean(grades: readonly GradedRow[], limits: FlagLimits): Flag[] {
  const comparable = grades.filter((grade) => grade.share !== null)
  const own = Map.groupBy(comparable, ({ graderId, kind, indicator }) => [graderId, kind, indicator].join())
  return [...own.values()].flatMap((list) => {
    const lying = outlying(
      list.map(({ share }) => share ?? 0),
      limits,
    )
    return list.flatMap(({ subjectId, indicator, taskId, share }, at): Flag[] => {
      const lies = lying[at]
      if (!lies) return []
      const params = {
        share: percent(share ?? 0),
        mean: percent(lies.mean),
        others: String(lies.others),
      }
      return [{ subjectId, indicator, kind: 'grader-outlier', taskId, params }]
    })
  })
}

function farFromDistrict(rows: readonly ScoredRow[], limits: FlagLimits): Flag[] {
  const together = Map.groupBy(rows, ({ districtId, kind, indicator }) =>
    [districtId, kind, indicator].join(),
  )
  return [...together.values()].flatMap((list) => {
    const lying = outlying(
      list.map(({ share }) => share),
      limits,
    )
    return list.flatMap(({ subjectId, indicator, share }, at): Flag[] => {
      const lies = lying[at]
      if (!lies) return []
      const params = { share: percent(share), mean: percent(lies.mean), others: String(lies.others) }
      return [{ subjectId, indicator, kind: 'district-outlier', taskId: null, params }]
    })
  })
}

const withoutEvidence = (grade: GradedRow): Flag[] =>
  grade.evidenceAsked && grade.evidence === 0 ? [flag(grade, 'no-evidence', {})] : []

const overridden = (grade: GradedRow): Flag[] =>
  grade.overrideReason === null
    ? []
    : [flag(grade, 'override', { computed: grade.computedSaid ?? '', reason: grade.overrideReason })]

const changed = ({ subjectId, indicator, share, before }: ScoredRow, { change }: FlagLimits): Flag[] =>
  before === null || Math.abs(share - before) <= change
    ? []
    : [
        {
          subjectId,
          indicator,
          kind: 'changed',
          taskId: null,
          params: { share: percent(share), before: percent(before) },
        },
      ]

/** The first grader's task bears the flag: it is his grade that counts. */
function disagreeing(grades: readonly GradedRow[], { disagreement }: FlagLimits): Flag[] {
  const key = ({ subjectId, projectId, indicator }: GradedRow) => [subjectId, projectId, indicator].join()
  const seconds = new Map(grades.filter(({ second }) => second).map((grade) => [key(grade), grade]))
  return grades.flatMap((first) => {
    const other = first.second ? undefined : seconds.get(key(first))
    if (!other || (first.share === null && other.share === null)) return []
    const apart = first.share === null || other.share === null ? 1 : Math.abs(first.share - other.share)
    if (apart < disagreement) return []
    const said = (share: number | null) => (share === null ? '不适用' : percent(share))
    return [flag(first, 'graders-disagree', { first: said(first.share), second: said(other.share) })]
  })
}

const flag = (
  { subjectId, indicator, taskId }: GradedRow,
  kind: FlagKind,
  params: Record<string, string>,
): Flag => ({ subjectId, indicator, kind, taskId, params })

/** What a flag says, in both languages. */
export function wordsOfFlag(kind: FlagKind, params: Record<string, string>): { zh: string; en: string } {
  const { share = '', mean = '', others = '', before = '', computed = '', reason = '' } = params
  switch (kind) {
    case 'grader-outlier':
      return {
        zh: `得分率 ${share}，该评分人本项其余 ${others} 次评分平均 ${mean}`,
        en: `${share} of the points; the same grader’s ${others} other grades of this row average ${mean}`,
      }
    case 'district-outlier':
      return {
        zh: `得分率 ${share}，全区同类其余 ${others} 个对象平均 ${mean}`,
        en: `${share} of the points; the ${others} others of the district average ${mean}`,
      }
    case 'no-evidence':
      return { zh: '本项要求佐证，评分时没有附上', en: 'The row asks for evidence and none is attached' }
    case 'changed':
      return {
        zh: `得分率由上年的 ${before} 变为 ${share}`,
        en: `From ${before} of the points last year to ${share}`,
      }
    case 'override':
      return {
        zh: `记录计算为“${computed}”，评分人作了调整：${reason}`,
        en: `The records say ${computed}; the grader departed from it: ${reason}`,
      }
    case 'graders-disagree':
      return {
        zh: `第一评分 ${params.first}，第二评分 ${params.second}`,
        en: `The first grade earns ${params.first}, the second ${params.second}`,
      }
  }
}
