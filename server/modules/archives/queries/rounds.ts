import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getArchivedRound, listArchivedRounds } from '../../../../contracts/archives/staff.ts'
import type { Context } from '../../../access/context.ts'
import { maybe, rows } from '../../../platform/database/database.ts'
import { roundResource } from '../../evaluation/index.ts'
import { starsOf } from '../../../../contracts/publicity/words.ts'
import { bandedWithoutStars } from '../storage/certificates.ts'
import { whyNone } from './archive-file.ts'
import { ownBatches } from './batches.ts'

type Listed = Answer<typeof listArchivedRounds>['rounds'][number]
type Round = Answer<typeof getArchivedRound>

/** Over `r` of evaluation's rounds with the newest archive `a`. */
const columns = sql`r.id, r.year, r.name, place.name AS "placeName", r.state, a.version AS versions, a.results,
  a.drawn_at AS "drawnAt", a.sha256,
  (SELECT count(*) FROM archives.certificate c WHERE c.round_id = r.id AND c.kind = 'notice' AND c.replaced_at IS NULL) AS notices,
  (SELECT count(*) FROM archives.certificate c WHERE c.round_id = r.id AND c.kind = 'star' AND c.replaced_at IS NULL) AS stars`
const source = sql`evaluation.published_round r JOIN organisations.published_place place ON place.id = r.place_id
  JOIN LATERAL (SELECT * FROM archives.archive WHERE round_id = r.id ORDER BY version DESC LIMIT 1) a ON true`

/** Rounds with a final result that concern the asker, the newest first. */
export async function archivedRounds(ctx: Context): Promise<{ rounds: Listed[] }> {
  const rounds = await rows(
    ctx.db,
    sql<Listed>`SELECT ${columns} FROM ${source}
      WHERE ${ctx.policy.filter(ctx.actor, 'archives.see-rounds', roundResource)} ORDER BY r.year DESC, r.id DESC`,
  )
  return { rounds }
}

/** @throws 404 when it is out of sight or has no final result */
export async function archivedRound(ctx: Context, id: string): Promise<Round> {
  const found = await maybe(
    ctx.db,
    sql<
      Omit<Round, 'batches' | 'starsToIssue'> & { archiveId: string }
    >`SELECT ${columns}, r.edition, a.id AS "archiveId",
        (SELECT json_agg(json_build_object('version', version, 'kind', kind, 'reason', reason, 'drawnAt', drawn_at,
            'drawnBy', account.display_name, 'lines', lines, 'results', results, 'evidence', evidence, 'bytes', bytes,
            'sha256', sha256, 'resultsSha256', results_sha256) ORDER BY version DESC)
          FROM archives.archive drawn LEFT JOIN accounts.published_account account ON account.id = drawn.drawn_by
          WHERE drawn.round_id = r.id) AS archives,
        ${ctx.policy.can(ctx.actor, roundResource, ['archives.download', 'archives.issue-certificates', 'archives.print-batch'])} AS can
      FROM ${source} WHERE r.id = ${id} AND ${ctx.policy.filter(ctx.actor, 'archives.see-rounds', roundResource)}`,
  )
  if (!found) throw await whyNone(ctx, id, 'archives.see-rounds')
  const { archiveId, ...round } = found
  const banded = await bandedWithoutStars(ctx.db, archiveId)
  return {
    ...round,
    starsToIssue: banded.filter(({ band }) => starsOf(band) > 0).length,
    batches: await ownBatches(ctx, id),
  }
}
