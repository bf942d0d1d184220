import { recordedProvenance } from '../../../../contracts/evaluation/words.ts'
import { type Beginnings, readingOf } from '../facts/entered.ts'
import type { Point, SubjectScore } from '../queries.ts'

interface Earlier {
  declared: Point['declared'][number]
  shape: string
}

/** The form's beginnings for a fact about this subject and year; with an earlier entry, as that was recorded. */
export function initialFor({ subject, round }: SubjectScore, fact: string, earlier?: Earlier): Beginnings {
  const ofEnterprise = subject.kind === 'enterprise'
  const provenance = recordedProvenance.options.find((known) => known === earlier?.declared.provenance)
  const fixed = {
    year: round.year,
    fact,
    place: { value: subject.placeCode, label: ofEnterprise ? subject.districtName : subject.name },
    ...(ofEnterprise ? { uscc: { value: subject.code, label: subject.name } } : {}),
  }
  // Without an earlier entry the form fills in how the fact usually arrives.
  if (!earlier) return fixed
  const { declared, shape } = earlier
  return {
    ...fixed,
    ...readingOf(declared, shape),
    ...(declared.projectCode === null
      ? {}
      : { project: { value: declared.projectCode, label: declared.projectName ?? declared.projectCode } }),
    note: declared.note,
    evidence: declared.evidence,
    grader: declared.grader,
    incident: declared.incident,
    ...(provenance === undefined ? {} : { provenance }),
  }
}
