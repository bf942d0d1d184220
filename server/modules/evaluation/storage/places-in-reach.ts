import { type RawBuilder, sql } from 'kysely'
import { stages, takesFacts } from '../../../../contracts/evaluation/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { KnownPlace } from '../rules/examine-fact.ts'

export const present = (codes: string[]) => [...new Set(codes.filter(Boolean))]

/** How far the actor reaches, as conditions over the alias `r` of a place. */
export interface Reach {
  reached: RawBuilder<boolean>
  /** The same without what a role in an owners committee gives. */
  otherwise: RawBuilder<boolean>
  /** Reads the ids of the published editions as text[]; undefined where none is ever published. */
  editions: RawBuilder<string[]> | undefined
}

/** A fact about a place alone; with the place it is a natural key. */
export interface Named {
  year: number
  fact: string
  grader: string
  incident: string
}

export type PlaceInReach = KnownPlace & {
  code: string
  reached: boolean
  otherwise: boolean
  /** Whether the named fact was recorded about it before; null where none was named. */
  isSaid: boolean | null
  /** Ids of the published editions, those that begin first coming first. */
  editions: readonly string[]
}

const freezing = stages.filter((stage) => !takesFacts(stage))

const isSaid = ({
  year,
  fact,
  grader,
  incident,
}: Named) => sql`EXISTS (SELECT FROM evaluation.declared_fact said
  WHERE said.year = ${year}::smallint AND said.fact = ${fact} AND said.place_id = r.id AND said.body_id IS NULL
    AND said.project_id IS NULL AND said.grader = ${grader} AND said.incident = ${incident})`

/**
 * The places of these codes with the guard's answer for each, the years that take no facts any more and whatever else
 * recording a fact must know of what stands now: in one statement, for each turn costs more than a look-up does.
 */
export async function placesByCode(
  db: Db,
  codes: string[],
  { reached, otherwise, editions }: Reach,
  named?: Named,
): Promise<Map<string, PlaceInReach>> {
  // A list sent apart looks cheaper each time than any list, and would be planned anew each time: a sub-select hides it.
  const found = await rows(
    db,
    sql<PlaceInReach>`SELECT r.id, r.kind, r.name, r.code, ${reached} AS reached, ${otherwise} AS otherwise,
        ${editions ?? sql`'{}'::text[]`} AS editions,
        ${named ? isSaid(named) : sql`NULL::boolean`} AS "isSaid",
        coalesce((SELECT json_object_agg(round.year, round.state) FROM evaluation.round
          WHERE round.state IN (${sql.join(freezing.map((stage) => sql.lit(stage)))}) AND EXISTS (SELECT FROM access.place_reach reach
            WHERE reach.place_id = r.id AND reach.ancestor_id = round.place_id)), '{}') AS frozen
      FROM organisations.published_place r WHERE r.code = ANY(ARRAY(SELECT unnest(${present(codes)}::text[]))) AND r.ended_on IS NULL`,
  )
  return new Map(found.map((place) => [place.code, place]))
}
