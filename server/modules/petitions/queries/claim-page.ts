import { sql } from 'kysely'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { documentsOf } from '../../documents/index.ts'
import { readingOf } from '../reading.ts'
import type { PetitionMeans } from '../means.ts'
import { claim, opening, proofResource } from '../policy.ts'
import type { Handler, KeptEvent } from '../rules/events.ts'
import { eventWords } from '../rules/event-words.ts'
import { foldEvents } from '../rules/fold.ts'
import { nextStep } from '../rules/next-step.ts'
import { allSteps } from '../rules/open-steps.ts'
import { historyOf } from '../storage/claims.ts'
import { namesOf } from '../storage/names.ts'
import { claimColumns, claimTables, shown, type StoredRow } from './claim-rows.ts'
import { deadlineShown } from './deadline-shown.ts'
import { isOverPlace } from './where-held.ts'

type Stored = StoredRow &
  Omit<ClaimPage, keyof StoredRow | 'evidence' | 'events' | 'deadline' | 'next' | 'asked'> & {
    isOver: boolean
  }

const columns = (
  ctx: Context,
) => sql`${claimColumns(ctx, allSteps)}, r.content, provider.name AS "providerName",
  beside.name AS "coBodyName", r.latitude, r.longitude,
  json_build_object('mask', r.reporter_mask, 'phoneVerified', r.phone_verified, 'sealed', r.identity_sealed) AS reporter,
  r.agrees_to_publish AS "agreesToPublish", r.public_text AS "publicText",
  (SELECT json_build_object('id', lead.id, 'number', lead.number) FROM petitions.claim lead WHERE lead.id = r.lead_id) AS lead,
  coalesce((SELECT json_agg(json_build_object('id', j.id, 'number', j.number) ORDER BY j.number) FROM petitions.claim j
    WHERE j.lead_id = r.id), '[]'::json) AS joined,
  (SELECT count(*)::integer FROM petitions.follower f WHERE f.claim_id = r.id) AS followers,
  CASE WHEN r.leader_place_id IS NOT NULL THEN json_build_object('level', r.level, 'bodyId', NULL, 'placeId', r.leader_place_id,
    'name', leader.name) END AS leader,
  coalesce((SELECT json_agg(json_build_object('id', w.id, 'number', w.number, 'state', w.state) ORDER BY w.called_at)
    FROM petitions.whistle w WHERE w.claim_id = r.id), '[]'::json) AS whistles,
  coalesce((SELECT json_agg(json_build_object('id', o.id, 'state', o.state, 'mine', o.mine, 'reason', o.reason) ORDER BY o.at)
    FROM (SELECT r.id, r.state, r.reason, r.asked_at AS at, r.claim_id, r.asked_by = ${ctx.actor.id}::uuid AS mine FROM petitions.opening r
      WHERE ${ctx.policy.filter(ctx.actor, 'petitions.see-openings', opening)}) o WHERE o.claim_id = r.id), '[]'::json) AS openings,
  ${isOverPlace(ctx)} AS "isOver"`

/** @throws 404 when there is none, or out of sight */
export async function claimPage(ctx: Context, means: PetitionMeans, id: string): Promise<ClaimPage> {
  const found = await maybe(
    ctx.db,
    sql<Stored>`SELECT ${columns(ctx)} FROM ${claimTables}
      LEFT JOIN organisations.published_body provider ON provider.id = r.provider_id
      LEFT JOIN organisations.published_body beside ON beside.id = r.co_body_id
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)}`,
  )
  if (!found) throw refuse('not-found')
  const [histories, reading, evidence, proof] = await Promise.all([
    historyOf(ctx.db, [id]),
    readingOf(ctx, means),
    documentsOf(ctx.db, claim.name, [id]),
    documentsOf(ctx.db, proofResource, [id]),
  ])
  const history = histories.get(id) ?? []
  const folded = foldEvents(history, means.limits)
  const names = await namesOf(ctx.db, history)
  const nameOf = ({ bodyId, placeId }: Handler) => names.get(bodyId ?? placeId ?? '') ?? '—'
  const { isOver, ...row } = shown(found)
  // Whoever a complaint is about learns neither who reported nor what was brought along.
  const isKept = row.reporter.sealed || (row.aboutFirm && !isOver)
  const isAbout = row.aboutFirm && !isOver
  const byId = new Map(proof.map((one) => [one.id, one]))
  return {
    ...row,
    reporter: isKept ? { mask: '', phoneVerified: row.reporter.phoneVerified, sealed: true } : row.reporter,
    evidence: isAbout ? [] : evidence,
    events: history.map((event) => {
      const words = eventWords(event, nameOf)
      const isReporters = ofReporter.has(event.kind)
      return {
        seq: event.seq,
        at: event.at,
        kind: event.kind,
        by: event.by === null || (isReporters && isKept) ? null : (names.get(event.by) ?? null),
        ...words,
        note: isAbout && isReporters ? '' : words.note,
        evidence: isAbout ? [] : papersOf(event, byId),
      }
    }),
    deadline: deadlineShown(history, folded, reading, means.stated),
    next: nextStep(row.state, {
      who: row.handler?.name ?? '受理单位',
      over: { project: '社区', community: '街道', street: '旗县区', district: '市', city: '市' }[
        folded.handler.level
      ],
      suspended: row.isSuspended,
    }),
    asked: folded.pending,
  }
}

/** What the reporter did, or said to whoever asked: names and words that may tell who it was. */
const ofReporter: ReadonlySet<KeptEvent['kind']> = new Set([
  'filed',
  'visited',
  'visit-tried',
  'rated',
  'reopened',
  'withdrawn',
])

function papersOf(event: KeptEvent, byId: ReadonlyMap<string, Evidence>): Evidence[] {
  if (event.kind !== 'answered' && event.kind !== 'noted') return []
  return (event.data.documentIds ?? []).flatMap((one) => byId.get(one) ?? [])
}
