import { sql } from 'kysely'
import type { ShownKind } from '../../../../contracts/publicity/words.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { latest, type ShownRound } from './published-rounds.ts'
import type { ResultPage } from './result.ts'

interface Whose {
  subjectId: string
  kind: ShownKind
  placeId: string
  bodyId: string | null
}
type Link = ResultPage['projects'][number]
type Surroundings = Pick<
  ResultPage,
  'enterprise' | 'upper' | 'projects' | 'projectCount' | 'history' | 'versions'
>

const mostProjects = 50
const link = sql`r.subject_id AS "subjectId", r.kind, r.name, r.total::text AS total, r.band, r.rank`

/** What a result's page leads on to: who serves, where it lies, its projects, its years, its versions. */
export async function surroundings(ctx: Context, round: ShownRound, whose: Whose): Promise<Surroundings> {
  const [over, projects, history, versions] = await Promise.all([
    upperOf(ctx, round.publicationId, whose),
    projectsOf(ctx, round.publicationId, whose.subjectId),
    historyOf(ctx, round, whose),
    versionsOf(ctx, round.id, whose.subjectId),
  ])
  return {
    enterprise: over.find(({ kind }) => kind === 'enterprise') ?? null,
    upper: over.filter(({ kind }) => kind !== 'enterprise'),
    projects: projects.map(({ inAll: _, ...row }) => row),
    projectCount: projects[0]?.inAll ?? 0,
    history,
    versions,
  }
}

const upperOf = (ctx: Context, publication: string, { subjectId, kind, placeId }: Whose) =>
  rows(
    ctx.db,
    kind === 'compound'
      ? sql<Link>`SELECT ${link} FROM publicity.result_project p JOIN publicity.result r ON r.publication_id = p.publication_id
          AND r.subject_id = p.upper_id WHERE p.publication_id = ${publication} AND p.project_id = ${subjectId}
        ORDER BY array_position('{enterprise,district,street,community}'::text[], r.kind)`
      : sql<Link>`SELECT ${link} FROM publicity.result r WHERE r.publication_id = ${publication}
          AND r.subject_id <> ${subjectId} AND r.kind IN ('street', 'district') AND r.place_id IN
            (SELECT ancestor_id FROM access.place_reach WHERE place_id = ${placeId})
        ORDER BY array_position('{district,street}'::text[], r.kind)`,
  )

const projectsOf = (ctx: Context, publication: string, subjectId: string) =>
  rows(
    ctx.db,
    sql<
      Link & { inAll: number }
    >`SELECT ${link}, (count(*) OVER ())::integer AS "inAll" FROM publicity.result_project p JOIN publicity.result r ON r.publication_id = p.publication_id AND r.subject_id = p.project_id
      WHERE p.publication_id = ${publication} AND p.upper_id = ${subjectId} ORDER BY r.position ${limitTo(mostProjects)}`,
  )

/** The same place and body in the rounds of the same scope, each by what it shows now. */
const historyOf = (ctx: Context, round: ShownRound, { kind, placeId, bodyId }: Whose) =>
  rows(
    ctx.db,
    sql<
      ResultPage['history'][number]
    >`SELECT round.id AS "roundId", r.subject_id AS "subjectId", round.year, p.kind,
        r.total::text AS total, r.band, r.rank, r.of_kind AS of
      FROM publicity.result r JOIN ${latest} p ON p.id = r.publication_id
      JOIN evaluation.published_round round ON round.id = p.round_id AND round.place_id = ${round.placeId}
      WHERE r.place_id = ${placeId} AND r.kind = ${kind} AND r.body_id IS NOT DISTINCT FROM ${bodyId}::uuid
      ORDER BY round.year, round.id`,
  )

const versionsOf = (ctx: Context, roundId: string, subjectId: string) =>
  rows(
    ctx.db,
    sql<ResultPage['versions'][number]>`SELECT p.version, p.kind, p.published_at AS "publishedAt", p.note,
        r.total::text AS total, r.band, r.rank
      FROM publicity.publication p JOIN publicity.result r ON r.publication_id = p.id AND r.subject_id = ${subjectId}
      WHERE p.round_id = ${roundId} ORDER BY p.version`,
  )
