import type { Calendar } from '../../../values/working-days.ts'
import type { Claim } from '../rules/fold.ts'
import { nextDue, nextLook, type Reading } from '../rules/what-is-due.ts'

/** The columns of a claim's row that its events decide, under their names in the table. */
export interface Projection {
  seq: number
  state: string
  level: string
  handler_level: string
  handler_body_id: string | null
  handler_place_id: string | null
  co_body_id: string | null
  leader_place_id: string | null
  limit_class: string
  clock: string | null
  due_at: string | null
  due_provisional: string | null
  next_at: string | null
  is_overdue: boolean
  is_suspended: boolean
  warnings: number
  cycle: number
  redone: number
  passed_on: number
  reopened: number
  climbs: number
  outcome: string | null
  answered_at: string | null
  answered_in_time: boolean | null
  signed_in_time: boolean | null
  visited_at: string | null
  visit_result: string | null
  rated_responded: boolean | null
  rated_solved: boolean | null
  rated_satisfied: boolean | null
  closed_at: string | null
  struck_off_at: string | null
  key_level: string | null
  is_complex: boolean
  is_supervised: boolean
  excluded: string | null
  pending: string | null
}

/** The row of a claim as its events and the calendar make it; a test holds every stored row to it. */
export function project(claim: Claim, reading: Reading): Projection {
  const { at, provisional, clock } = dueShown(claim, reading.calendar)
  return {
    seq: claim.seq,
    state: claim.state,
    level: claim.level,
    handler_level: claim.handler.level,
    handler_body_id: claim.handler.bodyId,
    handler_place_id: claim.handler.placeId,
    co_body_id: claim.coBodyId,
    leader_place_id: claim.leader?.placeId ?? null,
    limit_class: claim.limitClass,
    clock,
    due_at: at,
    due_provisional: provisional,
    next_at: nextLook(claim, reading),
    is_overdue: claim.isOverdue,
    is_suspended: claim.suspension !== null,
    warnings: claim.warnings,
    cycle: claim.cycle,
    redone: claim.redone,
    passed_on: claim.passedOn,
    reopened: claim.reopened,
    climbs: claim.climbs.length,
    outcome: claim.outcome,
    answered_at: claim.answeredAt,
    answered_in_time: claim.answeredInTime,
    signed_in_time: claim.signedInTime,
    visited_at: claim.visitedAt,
    visit_result: claim.visitResult,
    rated_responded: claim.rating.responded,
    rated_solved: claim.rating.solved,
    rated_satisfied: claim.rating.satisfied,
    closed_at: claim.closedAt,
    struck_off_at: claim.struckOffAt,
    key_level: claim.key?.level ?? null,
    is_complex: claim.key?.complex ?? false,
    is_supervised: claim.key?.supervised ?? false,
    excluded: claim.excluded,
    pending: claim.pending?.kind ?? null,
  }
}

function dueShown(claim: Claim, calendar: Calendar) {
  const { at, provisional, clock } = nextDue(claim, calendar)
  return { at, provisional, clock: clock?.name ?? null }
}
