import { sql } from 'kysely'
import { limitAt, loadRulebook } from '../../../rulebook/load.ts'
import type { Over, SubjectKind } from '../../fact-source.ts'

const rulebook = loadRulebook()

const period = { from: '2025-01-01', to: '2025-12-31' }

/** A year asked of every subject of a kind, as a round asks: by the rule-book's limits and rulings. */
export function askedOf(kind: SubjectKind | 'city', rulings: Record<string, unknown> = {}): Over {
  return {
    ...period,
    subjects:
      kind === 'enterprise'
        ? enterprises
        : sql`(SELECT id AS subject_id, id AS place_id, NULL::uuid AS body_id
      FROM organisations.place WHERE kind = ${kind})`,
    compounds:
      kind === 'enterprise'
        ? served
        : sql`(SELECT r.ancestor_id AS subject_id, c.place_id AS compound_id, c.households
      FROM organisations.compound c JOIN access.place_reach r ON r.place_id = c.place_id
      JOIN organisations.place up ON up.id = r.ancestor_id AND up.kind = ${kind})`,
    limit: (id) => limitAt(rulebook, id, period.to).value.toString(),
    ruling: (id, parameter) => rulings[`${id}.${parameter}`] ?? rulebook.rulings[id]?.parameters[parameter],
  }
}

const served = sql`(SELECT DISTINCT md5(k.provider_id::text || up.id::text)::uuid AS subject_id, k.compound_id, c.households
  FROM organisations.service_contract k JOIN organisations.compound c ON c.place_id = k.compound_id
  JOIN access.place_reach r ON r.place_id = k.compound_id JOIN organisations.place up ON up.id = r.ancestor_id AND up.kind = 'district'
  WHERE k.valid_from <= ${period.to}::date AND (k.valid_to IS NULL OR k.valid_to > ${period.to}::date))`

const enterprises = sql`(SELECT DISTINCT md5(k.provider_id::text || up.id::text)::uuid AS subject_id, up.id AS place_id, k.provider_id AS body_id
  FROM organisations.service_contract k JOIN access.place_reach r ON r.place_id = k.compound_id
  JOIN organisations.place up ON up.id = r.ancestor_id AND up.kind = 'district')`
