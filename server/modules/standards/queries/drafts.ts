import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type {
  getEditionHistory,
  listDrafts,
  listPreviewRounds,
} from '../../../../contracts/standards/editions.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Draft } from '../rules/change-part.ts'
import { edition } from '../policy.ts'

type Shown = Answer<typeof listDrafts>['editions'][number]

const columns = (ctx: Context) => sql`r.id, r.code, r.title, r.title_en AS "titleEn", r.based_on AS "basedOn",
  r.from_year AS "fromYear", r.state, r.version, maker.display_name AS "createdBy", r.created_at AS "createdAt",
  changer.display_name AS "changedBy", change.changed_at AS "changedAt", submitter.display_name AS "submittedBy",
  r.submitted_at AS "submittedAt", settler.display_name AS "settledBy", r.settled_at AS "settledAt", r.note, r.sha256,
  ${ctx.policy.can(ctx.actor, edition, ['standards.edit-edition', 'standards.approve-edition'])} AS can`
const named = sql`LEFT JOIN LATERAL (SELECT c.changed_by, c.changed_at FROM standards.edition_change c
    WHERE c.edition_id = r.id ORDER BY c.version DESC LIMIT 1) change ON true
  LEFT JOIN accounts.published_account maker ON maker.id = r.created_by
  LEFT JOIN accounts.published_account changer ON changer.id = change.changed_by
  LEFT JOIN accounts.published_account submitter ON submitter.id = r.submitted_by
  LEFT JOIN accounts.published_account settler ON settler.id = r.settled_by`

/** Editions that the city makes or made, the newest first. */
export const drafts = (ctx: Context) =>
  rows(
    ctx.db,
    sql<Shown>`SELECT ${columns(ctx)} FROM standards.edition r ${named}
      WHERE ${ctx.policy.filter(ctx.actor, 'standards.see-drafts', edition)} ORDER BY r.id DESC LIMIT 200`,
  )

/** One with its document. @throws 404 */
export async function draftById(ctx: Context, id: string): Promise<Shown & Draft> {
  const found = await maybe(
    ctx.db,
    sql<Shown & Draft>`SELECT ${columns(ctx)}, r.document, r.successors FROM standards.edition r ${named}
      WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'standards.see-drafts', edition)}`,
  )
  if (!found) throw refuse('not-found')
  return found
}

/** What was changed, the latest first. @throws 404 */
export async function history(ctx: Context, id: string): Promise<Answer<typeof getEditionHistory>> {
  await draftById(ctx, id)
  const changes = await rows(
    ctx.db,
    sql<
      Answer<typeof getEditionHistory>['changes'][number]
    >`SELECT c.version, c.part, c.key, c.before, c.after, account.display_name AS by, c.changed_at AS at
      FROM standards.edition_change c LEFT JOIN accounts.published_account account ON account.id = c.changed_by
      WHERE c.edition_id = ${id} ORDER BY c.version DESC, c.part, c.key LIMIT 200`,
  )
  return { changes }
}

/** Rounds that kept what they were scored from: an edition can be tried on them. */
export const previewRounds = (ctx: Context) =>
  rows(
    ctx.db,
    sql<
      Answer<typeof listPreviewRounds>['rounds'][number]
    >`SELECT round.id, round.year, round.name, place.name AS "placeName", round.edition
      FROM evaluation.published_round round JOIN organisations.published_place place ON place.id = round.place_id
      WHERE round.current_run IS NOT NULL AND round.state IN ('moderation', 'publicity', 'appeals', 'final', 'archived')
      ORDER BY round.year DESC, round.id DESC LIMIT 50`,
  )
