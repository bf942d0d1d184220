import { type RawBuilder, sql } from 'kysely'
import type { MeasureId } from '../../../../contracts/petitions/statistics.ts'
import { beforeStartOf, byEndOf, during, type Period } from './claims-over.ts'

/** Which claims a figure is about, and which of them count; conditions on the alias `c` of published_claim. */
export interface Measure {
  among(period: Period): RawBuilder<boolean>
  counts(period: Period): RawBuilder<boolean>
}

const solved = sql<boolean>`c.is_solved`
const every = sql<boolean>`true`

/** Its answer fell due: it ended in the period, or its term ran out in it and it stands open at the period's end. */
const dueIn = (period: Period) => sql<boolean>`(${during('c.closed_at', period)}
  OR (${during('c.late_at', period)} AND (c.closed_at IS NULL OR NOT ${byEndOf('c.closed_at', period)})))`

/** It stood on the list at some time of the period: put there by its end, and not struck off before it began. */
const listedIn = (period: Period) => sql<boolean>`(${byEndOf('c.listed_at', period)}
  AND (c.struck_off_at IS NULL OR NOT ${beforeStartOf('c.struck_off_at', period)}))`

const endedBy = (column: string, period: Period) => sql<boolean>`coalesce(${byEndOf(column, period)}, false)`

/**
 * Every figure about claims, once: facts and statistics read the same. What ended is dated by its end, so that nothing
 * counts before its result is known; what came is dated by its filing; what was said by the return visit.
 */
export const measures = {
  /** 受理: filed in the period. */
  received: { among: (p) => during('c.opened_at', p), counts: () => every },
  /** 签收及时: of those filed in the period whose signing could be judged. */
  signedInTime: {
    among: (p) => sql`(${during('c.opened_at', p)} AND c.signed_in_time IS NOT NULL)`,
    counts: () => sql`c.signed_in_time`,
  },
  /** 答复: of those filed in the period. */
  answered: { among: (p) => during('c.opened_at', p), counts: () => sql`c.answered_at IS NOT NULL` },
  /** 按时答复: of those answered in the period, or overdue in it without an answer. Stamped by that day's limits and calendar. */
  answeredInTime: {
    among: (p) => sql`((${during('c.answered_at', p)} AND c.answered_in_time IS NOT NULL)
      OR (c.answered_at IS NULL AND ${during('c.late_at', p)}))`,
    counts: () => sql`coalesce(c.answered_in_time, false)`,
  },
  /** 解决率: of those that ended in the period. */
  solved: { among: (p) => during('c.closed_at', p), counts: () => solved },
  /** 响应率, by what the reporter said at the return visit. */
  responded: {
    among: (p) => sql`(${during('c.visited_at', p)} AND c.rated_responded IS NOT NULL)`,
    counts: () => sql`c.rated_responded`,
  },
  /** 满意率: of those reached who said. 未能回访 stays outside. */
  satisfied: {
    among: (p) =>
      sql`(${during('c.visited_at', p)} AND c.visit_result = 'reached' AND c.rated_satisfied IS NOT NULL)`,
    counts: () => sql`c.rated_satisfied`,
  },
  /** 未能回访, of all visits of the period. */
  unreached: { among: (p) => during('c.visited_at', p), counts: () => sql`c.visit_result = 'unreached'` },
  /** 重办: of those filed in the period. */
  reopened: { among: (p) => during('c.opened_at', p), counts: () => sql`c.reopened > 0` },
  /** 超期: of those filed in the period, a term before the answer ran out. */
  overdue: { among: (p) => during('c.opened_at', p), counts: () => sql`c.overdue_at IS NOT NULL` },
  /** 超时上传: of those that ran over a term in the period, the ones that climbed. */
  climbed: { among: (p) => during('c.overdue_at', p), counts: () => sql`c.climbed_at IS NOT NULL` },
  /** 升级后解决: of those that climbed in the period. */
  climbedSolved: { among: (p) => during('c.climbed_at', p), counts: () => solved },
  /** 派件解决: of those that fell due in the period. */
  dueSolved: { among: dueIn, counts: () => solved },
  /** 重点难点: struck off as solved by the period's end, of those on the list in it. */
  keySolved: {
    among: listedIn,
    counts: (p) => sql`(${endedBy('c.struck_off_at', p)} AND c.is_solved)`,
  },
  /** 销号: with its proof, of those that fell due in the period, and not past the term for striking off. */
  struckOff: {
    among: dueIn,
    counts: (p) => sql`(${endedBy('c.struck_off_at', p)} AND c.strike_off_late_at IS NULL)`,
  },
} satisfies Record<MeasureId, Measure>

/** The same of fewer claims. */
export const of = (measure: Measure, condition: RawBuilder<boolean>): Measure => ({
  among: (p) => sql`(${measure.among(p)} AND ${condition})`,
  counts: measure.counts,
})
