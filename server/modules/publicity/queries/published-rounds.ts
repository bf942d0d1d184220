import { sql } from 'kysely'
import type { PublishedRound } from '../../../../contracts/publicity/public.ts'
import type { Stage } from '../../../../contracts/evaluation/words.ts'
import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { type Calendar, workingDaysBetween } from '../../../values/working-days.ts'

/** How the working days are known now. */
export type CalendarOf = (db: Db) => Promise<Calendar>

/** The latest publication of each round. */
export const latest = sql`(SELECT DISTINCT ON (round_id) * FROM publicity.publication ORDER BY round_id, version DESC)`

export interface ShownRound extends PublishedRound {
  publicationId: string
  edition: string
  placeId: string
}
type Found = Omit<ShownRound, 'takesObjections' | 'underAppeal' | 'daysLeft'> & { state: Stage }

/** Rounds that were published, the newest first. What nobody has published does not exist here. */
export async function shownRounds(
  ctx: Context,
  calendarOf: CalendarOf,
  only?: string,
): Promise<ShownRound[]> {
  const found = await rows(
    ctx.db,
    sql<Found>`SELECT round.id, p.id AS "publicationId", round.edition, round.place_id AS "placeId", round.year, round.name,
        place.name AS "placeName", round.period_from AS "from", round.period_to AS "to", p.kind, p.version,
        p.published_at AS "publishedAt", p.note, round.state,
        (SELECT first.term_days FROM publicity.publication first WHERE first.round_id = round.id AND first.kind = 'publicity'
          ORDER BY first.version LIMIT 1) AS "termDays",
        CASE WHEN round.state = 'publicity' THEN round.stage_due_on ELSE (SELECT first.due_on FROM publicity.publication first
          WHERE first.round_id = round.id AND first.kind = 'publicity' ORDER BY first.version LIMIT 1) END AS "dueOn",
        CASE WHEN round.state = 'publicity' THEN round.stage_due_provisional END AS "dueProvisional",
        (SELECT json_agg(json_build_object('kind', kind, 'count', n)) FROM (SELECT kind, count(*) AS n FROM publicity.result r
          WHERE r.publication_id = p.id GROUP BY kind ORDER BY min(position)) counted) AS counts,
        coalesce((SELECT json_agg(json_build_object('band', band, 'count', n)) FROM (SELECT band, count(*) AS n
          FROM publicity.result r WHERE r.publication_id = p.id AND r.kind = 'compound' AND r.band IS NOT NULL
          GROUP BY band ORDER BY min(position)) starred), '[]') AS stars
      FROM ${latest} p JOIN evaluation.published_round round ON round.id = p.round_id
      JOIN organisations.published_place place ON place.id = round.place_id
      ${only ? sql`WHERE round.id = ${only}` : sql``}
      ORDER BY round.year DESC, round.id DESC`,
  )
  const today = ctx.clock.today()
  const calendar = await calendarOf(ctx.db)
  return found.map(({ state, ...round }) => {
    const takesObjections = state === 'publicity' && (round.dueOn === null || today <= round.dueOn)
    const left = round.dueOn === null ? 'unknown' : workingDaysBetween(calendar, today, round.dueOn)
    return {
      ...round,
      takesObjections,
      underAppeal: round.kind === 'publicity' && !takesObjections,
      daysLeft: takesObjections && left !== 'unknown' ? left : null,
    }
  })
}

/** A published round as it is answered to the public. */
export const forPublic = ({
  publicationId: _,
  edition: __,
  placeId: ___,
  ...round
}: ShownRound): PublishedRound => round

export const publishedRounds = async (ctx: Context, calendarOf: CalendarOf): Promise<PublishedRound[]> =>
  (await shownRounds(ctx, calendarOf)).map(forPublic)

/** @throws 404 when the round was never published */
export async function shownRound(ctx: Context, calendarOf: CalendarOf, id: string): Promise<ShownRound> {
  const [found] = await shownRounds(ctx, calendarOf, id)
  if (!found) throw refuse('not-found')
  return found
}
