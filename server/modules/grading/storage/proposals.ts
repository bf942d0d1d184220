import { sql } from 'kysely'
import type { Provenance, SubjectKind } from '../../../../contracts/evaluation/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import { limitAt } from '../../../rulebook/load.ts'
import type { Over } from '../../fact-source.ts'
import type { Papers } from '../papers.ts'
import type { Said } from '../rules/departs.ts'

/** What the records, another system or the scored body say of a fact: a proposal to whoever grades. */
export interface Proposed extends Said {
  provenance: Provenance
  note: string
  evidence: string
}

/** Whose proposals are asked for. */
export interface Proposable {
  subjectId: string
  projectId: string | null
  kind: SubjectKind
  edition: string
  year: number
  periodFrom: string
  periodTo: string
  facts: readonly string[]
}

const keyOf = (subjectId: string, projectId: string | null, fact: string) =>
  `${subjectId}|${projectId ?? ''}|${fact}`

export interface Proposals {
  of(asked: Pick<Proposable, 'subjectId' | 'projectId'>, fact: string): Proposed[]
}

/** A statement for each computed fact over all that are asked for, and one for what was recorded. Inspections are left out: graders are independent. */
export async function proposalsFor(
  db: Db,
  { rulebookOf, sources }: Papers,
  asked: readonly Proposable[],
): Promise<Proposals> {
  const found = new Map<string, Proposed[]>()
  const add = (key: string, proposed: Proposed) => found.set(key, [...(found.get(key) ?? []), proposed])
  for (const [, group] of Map.groupBy(
    asked,
    (one) => `${one.kind} ${one.edition} ${one.periodFrom} ${one.periodTo}`,
  )) {
    const [first] = group
    if (!first) continue
    const { kind, periodFrom: from, periodTo: to } = first
    const rulebook = await rulebookOf(first.edition)
    const over: Over = {
      ...relations(group.map((one) => one.subjectId)),
      from,
      to,
      limit: (id) => limitAt(rulebook, id, to).value.toString(),
      ruling: (id, parameter) => rulebook.rulings[id]?.parameters[parameter],
    }
    const wanted = new Set(group.filter((one) => one.projectId === null).flatMap((one) => one.facts))
    for (const source of sources)
      if (wanted.has(source.fact) && source.subjects.includes(kind))
        for (const reading of await rows(db, source.readings(over)))
          add(keyOf(reading.subject_id, null, source.fact), {
            numerator: text(reading.numerator),
            denominator: text(reading.denominator),
            value: text(reading.value),
            named: null,
            notApplicable: reading.not_applicable,
            provenance: 'computed',
            note: rulebook.facts[source.fact]?.reads ?? '',
            evidence: '',
          })
  }
  for (const { subjectId, projectId, fact, ...proposed } of await recorded(db, asked))
    add(keyOf(subjectId, projectId, fact), proposed)
  return { of: ({ subjectId, projectId }, fact) => found.get(keyOf(subjectId, projectId, fact)) ?? [] }
}

const text = (n: number | string | null): string | null => (n === null ? null : String(n))

function relations(subjectIds: readonly string[]): Pick<Over, 'subjects' | 'compounds'> {
  const which = sql`s.id = ANY(${[...new Set(subjectIds)]}::uuid[])`
  return {
    subjects: sql`(SELECT s.id AS subject_id, s.place_id, s.body_id FROM evaluation.published_subject s WHERE ${which})`,
    compounds: sql`(SELECT sc.subject_id, sc.compound_id, sc.households FROM evaluation.published_subject_compound sc
      JOIN evaluation.published_subject s ON s.id = sc.subject_id WHERE ${which} AND sc.at_end)`,
  }
}

const recorded = (db: Db, asked: readonly Proposable[]) =>
  asked.length === 0
    ? Promise.resolve([])
    : rows(
        db,
        sql<
          Proposed & { subjectId: string; projectId: string | null; fact: string }
        >`SELECT s.id AS "subjectId", d.project_id AS "projectId", d.fact, d.numerator::text, d.denominator::text, d.value::text, d.named,
            d.not_applicable AS "notApplicable", d.provenance, d.note, d.evidence
          FROM json_to_recordset(${JSON.stringify(asked.map(({ subjectId, projectId, facts, year }) => ({ subjectId, projectId, facts, year })))}::json)
            AS f ("subjectId" uuid, "projectId" uuid, facts json, year smallint)
          JOIN evaluation.published_subject s ON s.id = f."subjectId"
          JOIN evaluation.published_recorded_fact d ON d.year = f.year AND d.place_id = s.place_id AND d.body_id IS NOT DISTINCT FROM s.body_id
            AND d.project_id IS NOT DISTINCT FROM f."projectId" AND d.fact IN (SELECT json_array_elements_text(f.facts))
          WHERE d.provenance <> 'inspected' AND d.standing <> 'withdrawn' ORDER BY d.recorded_at, d.id`,
      )
