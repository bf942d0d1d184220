import type { RawBuilder } from 'kysely'

export type SubjectKind = 'compound' | 'enterprise' | 'street' | 'community' | 'district'

/**
 * The set of subjects and the period that a fact is asked for. The caller brings both relations, so a fact neither
 * knows nor cares whether an evaluation round, a compliance check or a single page asks.
 */
export interface Over {
  /** Relation (subject_id uuid, place_id uuid, body_id uuid): a compound, street, community or district by its place; an enterprise × district by both. */
  subjects: RawBuilder<unknown>
  /** Relation (subject_id uuid, compound_id uuid, households integer): the compounds that count for each subject, as the tree and the contracts stood at the period's end. */
  compounds: RawBuilder<unknown>
  /** First and last day of the period, both within it. */
  from: string
  to: string
  /** A limit's value at the period's end, exact text such as "3/5". @throws when the rule-book has no such limit */
  limit(id: string): string
  /** A parameter of a ruling at the period's end. */
  ruling(id: string, parameter: string): unknown
}

/** One subject's reading; a subject without a row has no reading (missing), which is not the same as zero. */
export interface Reading {
  subject_id: string
  numerator: number | null
  denominator: number | null
  /** Exact decimal text. */
  value: string | null
  /** Why the fact does not apply to this subject, in Chinese; NULL where it applies. */
  not_applicable: string | null
}

/** A record behind a reading. Those with `counted` add up to the numerator (or the value), all of them to the denominator. */
export interface RecordBehind {
  subject_id: string
  /** The resource and id that a person can open. */
  resource: string
  record_id: string
  label: string
  counted: boolean
}

/** A fact that a module computes: two statements over a given set, and nothing else. */
export interface FactSource {
  /** The fact's id in the rule-book. */
  fact: string
  /** The city is scored by no table, yet has duties of its own. */
  subjects: readonly (SubjectKind | 'city')[]
  readings(over: Over): RawBuilder<Reading>
  records(over: Over): RawBuilder<RecordBehind>
}
