import { type QueryResult, type RawBuilder, sql } from 'kysely'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { Round } from './rounds.ts'

/** What decides who is a subject; each from a ruling. */
export interface SubjectSettings {
  /** C35: places outside the built-up area are no subjects. */
  builtUpAreaOnly: boolean
  /** C36: fewer months in service than this are not assessed. */
  monthsInServiceMinimum: number
}

/**
 * The compounds of the round's scope with their upper places, as tree and names stood at the period's end, the
 * days of each contract inside the period, and the days any firm was there.
 */
async function gatherGround(db: Db, round: Round, settings: SubjectSettings): Promise<void> {
  const end = round.to
  await sql`CREATE TEMP TABLE ground ON COMMIT DROP AS
    SELECT p.id AS compound_id, v.name, v.code, c.type, c.management_mode, c.households,
      community.place_id AS community_id, community.name AS community_name, community.code AS community_code,
      street.place_id AS street_id, street.name AS street_name, street.code AS street_code,
      district.place_id AS district_id, district.name AS district_name, district.code AS district_code
    FROM organisations.published_compound c
    JOIN organisations.published_place p ON p.id = c.place_id
    JOIN organisations.published_place_version v ON v.place_id = p.id AND v.valid_from <= ${end} AND (v.valid_to IS NULL OR v.valid_to > ${end})
    JOIN organisations.published_place_version community ON community.place_id = v.parent_id AND community.valid_from <= ${end} AND (community.valid_to IS NULL OR community.valid_to > ${end})
    JOIN organisations.published_place_version street ON street.place_id = community.parent_id AND street.valid_from <= ${end} AND (street.valid_to IS NULL OR street.valid_to > ${end})
    JOIN organisations.published_place_version district ON district.place_id = street.parent_id AND district.valid_from <= ${end} AND (district.valid_to IS NULL OR district.valid_to > ${end})
    WHERE (p.ended_on IS NULL OR p.ended_on > ${end})
      AND (${!settings.builtUpAreaOnly} OR v.in_built_up_area)
      AND (district.place_id = ${round.placeId} OR district.parent_id = ${round.placeId})`.execute(db)
  await sql`CREATE TEMP TABLE service ON COMMIT DROP AS
    SELECT s.provider_id, s.compound_id, g.district_id, g.households, range_agg(held.days) AS held,
      sum(upper(held.days) - lower(held.days))::integer AS days,
      bool_or(s.valid_from <= ${end} AND (s.valid_to IS NULL OR s.valid_to > ${end})) AS at_end
    FROM organisations.published_service_contract s
    JOIN ground g ON g.compound_id = s.compound_id AND g.type <> 'other'
    JOIN organisations.published_body b ON b.id = s.provider_id AND b.kind = 'enterprise'
    CROSS JOIN LATERAL (SELECT daterange(s.valid_from, s.valid_to) * daterange(${round.from}, ${end}, '[]') AS days) held
    WHERE NOT isempty(held.days)
    GROUP BY s.provider_id, s.compound_id, g.district_id, g.households`.execute(db)
  await sql`ANALYZE ground`.execute(db)
  await sql`ANALYZE service`.execute(db)
}

/**
 * Writes the round's subjects and the compounds that count for each. Subjects keep their ids from pass to pass;
 * those that fell away stay, unlisted, with their old scores.
 * @returns whether anything differs from the last pass
 */
export async function gatherSubjects(db: Db, round: Round, settings: SubjectSettings): Promise<boolean> {
  await gatherGround(db, round, settings)
  const period = sql`(${round.to}::date - ${round.from}::date + 1)`
  // Six months from the first day of service, whichever months they are; days on which nobody served do not count.
  const tooShort = sql`CASE WHEN lower(served.held) + served.days
    < (lower(served.held) + make_interval(months => ${settings.monthsInServiceMinimum}::integer))::date THEN 'too-short' END`
  const served = (whose: ReturnType<typeof sql>) => sql`(SELECT ${whose}, held,
      (SELECT sum(upper(part) - lower(part)) FROM unnest(held) part)::integer AS days, households
    FROM (SELECT ${whose}, range_agg(held) AS held, sum(households)::integer AS households FROM service GROUP BY ${whose}) together)`
  await sql`CREATE TEMP TABLE candidate ON COMMIT DROP AS
    SELECT 'A.1' AS table_id, 'compound' AS kind, g.compound_id AS place_id, NULL::uuid AS body_id,
      CASE g.type WHEN 'old' THEN '老旧小区' ELSE '既有民用建筑' END AS variant, g.name, g.code,
      g.district_id, g.district_name, g.street_name, g.households, served.days,
      ${tooShort} AS not_assessed
    FROM ground g JOIN ${served(sql`compound_id`)} served USING (compound_id)
    WHERE g.management_mode = 'enterprise'
    UNION ALL
    SELECT 'A.2', 'enterprise', served.district_id, served.provider_id, NULL, b.name, coalesce(b.uscc, ''), served.district_id,
      d.district_name, NULL, served.households, served.days, ${tooShort}
    FROM ${served(sql`district_id, provider_id`)} served JOIN organisations.published_body b ON b.id = served.provider_id
    JOIN (SELECT DISTINCT district_id, district_name FROM ground) d ON d.district_id = served.district_id
    UNION ALL
    SELECT 'A.3', 'street', street_id, NULL, NULL, street_name, street_code, district_id, district_name, street_name,
      sum(households)::integer, ${period}, NULL FROM ground GROUP BY street_id, street_name, street_code, district_id, district_name
    UNION ALL
    SELECT 'A.3', 'community', community_id, NULL, NULL, community_name, community_code, district_id, district_name, street_name,
      sum(households)::integer, ${period}, NULL
    FROM ground GROUP BY community_id, community_name, community_code, district_id, district_name, street_name
    UNION ALL
    SELECT 'A.4', 'district', district_id, NULL, NULL, district_name, district_code, district_id, district_name, NULL,
      sum(households)::integer, ${period}, NULL FROM ground GROUP BY district_id, district_name, district_code`.execute(
    db,
  )
  // A pass that finds what the last one found writes nothing here.
  const fallen =
    await sql`UPDATE evaluation.subject s SET listed = false WHERE s.round_id = ${round.id} AND s.listed
    AND NOT EXISTS (SELECT FROM candidate c WHERE ${isSameSubject})`.execute(db)
  const written =
    await sql`INSERT INTO evaluation.subject AS s (id, round_id, table_id, kind, place_id, body_id, variant, name, code, district_id,
      district_name, street_name, households, days_in_service, not_assessed_reason)
    SELECT gen_random_uuid(), ${round.id}, table_id, kind, place_id, body_id, variant, name, code, district_id,
      district_name, street_name, households, days, not_assessed FROM candidate c
    WHERE NOT EXISTS (SELECT FROM evaluation.subject s WHERE s.round_id = ${round.id} AND s.listed AND ${isSameSubject}
      AND (s.variant, s.name, s.code, s.district_id, s.district_name, s.street_name, s.households, s.days_in_service,
        s.not_assessed_reason)
      IS NOT DISTINCT FROM (c.variant, c.name, c.code, c.district_id, c.district_name, c.street_name, c.households, c.days, c.not_assessed))
    ON CONFLICT (round_id, kind, place_id, coalesce(body_id, '00000000-0000-0000-0000-000000000000'))
    DO UPDATE SET variant = excluded.variant, name = excluded.name, code = excluded.code, district_id = excluded.district_id,
      district_name = excluded.district_name, street_name = excluded.street_name, households = excluded.households,
      days_in_service = excluded.days_in_service, not_assessed_reason = excluded.not_assessed_reason, listed = true`.execute(
      db,
    )
  const moved = await gatherCompounds(db, round)
  return [fallen, written, ...moved].some((result) => (result.numAffectedRows ?? 0n) > 0n)
}

/** One place has one subject of a kind, but as many enterprises as work there. */
const isSameSubject = sql`s.kind = c.kind AND s.place_id = c.place_id
  AND coalesce(s.body_id, '00000000-0000-0000-0000-000000000000') = coalesce(c.body_id, '00000000-0000-0000-0000-000000000000')`

async function gatherCompounds(db: Db, round: Round): Promise<QueryResult<unknown>[]> {
  await sql`CREATE TEMP TABLE counting ON COMMIT DROP AS
    SELECT s.id AS subject_id, g.compound_id, g.households, s.days_in_service AS days, true AS at_end
    FROM ground g
    CROSS JOIN LATERAL (VALUES ('compound', g.compound_id), ('community', g.community_id), ('street', g.street_id),
      ('district', g.district_id)) AS lies (kind, place_id)
    JOIN evaluation.subject s ON s.round_id = ${round.id} AND s.listed AND s.kind = lies.kind AND s.place_id = lies.place_id
    UNION ALL
    SELECT s.id, held.compound_id, held.households, held.days, held.at_end
    FROM evaluation.subject s JOIN service held ON held.provider_id = s.body_id AND held.district_id = s.place_id
    WHERE s.round_id = ${round.id} AND s.listed AND s.kind = 'enterprise'`.execute(db)
  await sql`ANALYZE counting`.execute(db)
  const gone =
    await sql`DELETE FROM evaluation.subject_compound sc USING evaluation.subject s WHERE s.id = sc.subject_id AND s.round_id = ${round.id}
    AND NOT EXISTS (SELECT FROM counting c WHERE c.subject_id = sc.subject_id AND c.compound_id = sc.compound_id)`.execute(
      db,
    )
  const written =
    await sql`INSERT INTO evaluation.subject_compound AS sc (subject_id, compound_id, households, days, at_end)
    SELECT subject_id, compound_id, households, days, at_end FROM counting c
    WHERE NOT EXISTS (SELECT FROM evaluation.subject_compound sc WHERE sc.subject_id = c.subject_id AND sc.compound_id = c.compound_id
      AND sc.households = c.households AND sc.days = c.days AND sc.at_end = c.at_end)
    ON CONFLICT (subject_id, compound_id) DO UPDATE SET households = excluded.households, days = excluded.days, at_end = excluded.at_end`.execute(
      db,
    )
  return [gone, written]
}

/** Large tables of which facts are counted: among records that have just come in, plans without figures take minutes. */
const readByFacts = ['evaluation.declared_fact', 'petitions.claim', 'petitions.claim_event']

/**
 * Lets the planner know the subjects just written, and the facts where many have come in since it last looked.
 * Sampling all facts at every pass would cost as much as reading them.
 */
export async function refreshStatistics(db: Db, subjectsChanged: boolean): Promise<void> {
  if (subjectsChanged) await sql`ANALYZE evaluation.subject, evaluation.subject_compound`.execute(db)
  const found = await rows(
    db,
    sql<{ name: string }>`SELECT oid::regclass::text AS name FROM pg_class
      WHERE oid = ANY(${[...readByFacts]}::regclass[])
        AND coalesce(pg_stat_get_mod_since_analyze(oid) * 10 > reltuples, true)`,
  )
  for (const { name } of found) await sql`ANALYZE ${sql.table(name)}`.execute(db)
}

export interface Subject {
  id: string
  tableId: string
  kind: 'compound' | 'enterprise' | 'street' | 'community' | 'district'
  variant: string | null
  notAssessed: string | null
}

export const subjectsOf = (db: Db, roundId: string, only?: string) =>
  rows(
    db,
    sql<Subject>`SELECT id, table_id AS "tableId", kind, variant, not_assessed_reason AS "notAssessed"
      FROM evaluation.subject WHERE round_id = ${roundId} AND listed ${only ? sql`AND id = ${only}` : sql``}`,
  )

/** Every subject of a round, whoever asks: what a stage waits for does not depend on who ends it. */
export const allSubjects = (roundId: string): RawBuilder<unknown> =>
  sql`(SELECT * FROM evaluation.published_subject WHERE round_id = ${roundId} AND listed)`
