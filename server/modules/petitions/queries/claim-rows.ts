import { type RawBuilder, sql } from 'kysely'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import type { Context } from '../../../access/context.ts'
import { claim } from '../policy.ts'
import { stepsOfRows, stillOpen } from '../rules/open-steps.ts'

/** A row as the database answers it: what may be done not yet narrowed to what makes sense now. */
export type StoredRow = ClaimRow & { isLed: boolean }

const placeOf = sql`place.name AS "placeName", (SELECT d.name FROM access.place_reach up
    JOIN organisations.published_place d ON d.id = up.ancestor_id AND d.kind = 'district'
    WHERE up.place_id = r.place_id LIMIT 1) AS "districtName"`

/** Columns of a list over `claimTables`. @param verbs which `can` speaks of */
export const claimColumns = (
  ctx: Context,
  verbs: readonly string[] = stepsOfRows,
): RawBuilder<unknown> => sql`
  r.id, r.number, r.seq, r.state, r.channel, r.category, category.name AS "categoryName", r.limit_class AS "limitClass",
  r.place_id AS "placeId", ${placeOf}, r.spot, left(r.content, 80) AS gist, r.about_firm AS "aboutFirm", r.level,
  CASE WHEN r.handler_body_id IS NOT NULL OR r.handler_place_id IS NOT NULL THEN json_build_object('level', r.handler_level,
    'bodyId', r.handler_body_id, 'placeId', r.handler_place_id, 'name', coalesce(handler.name, office.name)) END AS handler,
  leader.name AS "leaderName", r.leader_place_id IS NOT NULL AS "isLed", r.opened_at AS "openedAt", r.clock, r.due_at AS "dueAt",
  r.due_provisional AS "dueProvisional", r.is_overdue AS "isOverdue", r.is_suspended AS "isSuspended", r.warnings, r.redone,
  r.reopened, r.climbs, r.outcome, r.answered_in_time AS "answeredInTime", r.visit_result AS "visitResult",
  json_build_object('responded', r.rated_responded, 'solved', r.rated_solved, 'satisfied', r.rated_satisfied) AS rating,
  r.closed_at AS "closedAt", CASE WHEN r.key_level IS NOT NULL THEN json_build_object('level', r.key_level,
    'complex', r.is_complex, 'supervised', r.is_supervised) END AS key,
  r.excluded, r.pending, ${ctx.policy.can(ctx.actor, claim, verbs)} AS can`

/** `r` is the claim, or whatever stands for it. */
export const joinedTo = (claims: RawBuilder<unknown>): RawBuilder<unknown> => sql`${claims}
  JOIN organisations.published_place place ON place.id = r.place_id
  JOIN petitions.category category ON category.code = r.category
  LEFT JOIN organisations.published_body handler ON handler.id = r.handler_body_id
  LEFT JOIN organisations.published_place office ON office.id = r.handler_place_id
  LEFT JOIN organisations.published_place leader ON leader.id = r.leader_place_id`

export const claimTables = joinedTo(sql`petitions.claim r`)

/** The row as it leaves: `can` says what may be done by the asker to the claim as it stands. */
export function shown<S extends StoredRow>({ isLed, ...row }: S): Omit<S, 'isLed'> {
  const { state, pending, isSuspended, key, excluded, can } = row
  const standing = { state, pending, isSuspended, isKey: key !== null, isExcluded: excluded !== null, isLed }
  return { ...row, can: stillOpen(can, standing) }
}

/** The states of open claims, written out: only so the database sees that its indexes of open claims fit. */
export const isOpenClaim = sql<boolean>`r.state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited')`
export const isUnanswered = sql<boolean>`r.state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling')`
export const waitsForOthers = sql<boolean>`r.state IN ('answered', 'reviewed', 'visited')`

/** What runs out next first; what runs out at no known instant (stopped, or 暂定) last. */
export const byDue = sql`r.due_at NULLS LAST, r.id`

/** After the row with this key in the order of `byDue`. @param key '<instant or empty> <id>' */
export function afterDue(key: string): RawBuilder<boolean> {
  const [due, id] = key.split(' ') as [string, string]
  return due
    ? sql<boolean>`((r.due_at, r.id) > (${due}::timestamptz, ${id}::uuid) OR r.due_at IS NULL)`
    : sql<boolean>`(r.due_at IS NULL AND r.id > ${id}::uuid)`
}
export const dueKey = ({ dueAt, id }: { dueAt: string | null; id: string }) => `${dueAt ?? ''} ${id}`

/** After the row with this key where the newest come first. */
export function afterOpened(key: string): RawBuilder<boolean> {
  const [at, id] = key.split(' ') as [string, string]
  return sql<boolean>`(r.opened_at, r.id) < (${at}::timestamptz, ${id}::uuid)`
}
export const openedKey = ({ openedAt, id }: { openedAt: string; id: string }) => `${openedAt} ${id}`
