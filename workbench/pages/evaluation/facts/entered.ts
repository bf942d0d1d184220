import type { z } from 'zod'
import type { declareFact } from '../../../../contracts/evaluation/staff.ts'
import type { Sent } from '../../../../contracts/endpoint.ts'
import type { recordedProvenance } from '../../../../contracts/evaluation/words.ts'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { plain, type Recorded } from './value-text.tsx'

/** What the form holds; the names are the contract's, so that the server's faults find their field. */
export interface Entered {
  year: number
  fact: string
  place: Picked
  uscc?: Picked | null
  project?: Picked | null
  notApplicable?: boolean
  numerator?: string | number | null
  denominator?: string | number | null
  value?: string | number | null
  note?: string
  evidence?: string
  grader?: string
  incident?: string
  provenance: z.infer<typeof recordedProvenance>
  /** Why what was recorded is corrected. */
  reason?: string
}

/** What is known before the form opens: which fact, about whom, for which year; perhaps an earlier entry. */
export type Beginnings = Partial<Entered> & Pick<Entered, 'year' | 'fact' | 'place'>

const text = (figure: string | number | null | undefined): string | null =>
  figure === null || figure === undefined || figure === '' ? null : String(figure)

/** As the contract takes it; of a fact that does not apply only the reason counts. */
export function bodyOf(entered: Entered): Sent<typeof declareFact>['body'] {
  const {
    year,
    fact,
    place,
    uscc,
    project,
    notApplicable,
    numerator,
    denominator,
    value,
    note,
    evidence,
    grader,
    incident,
    provenance,
    reason,
  } = entered
  const reading = notApplicable
    ? { value: 'n/a', numerator: null, denominator: null }
    : { value: text(value), numerator: text(numerator), denominator: text(denominator) }
  return {
    year,
    fact,
    place: place.value,
    uscc: uscc?.value ?? null,
    project: project?.value ?? null,
    ...reading,
    note: note ?? null,
    evidence: evidence ?? null,
    grader: grader ?? null,
    incident: incident ?? null,
    provenance,
    reason: reason ?? null,
  }
}

/** The fields of an entry that is corrected, as they were recorded. */
export function readingOf(
  recorded: Recorded,
  shape: string,
): Pick<Entered, 'notApplicable' | 'numerator' | 'denominator' | 'value'> {
  const { numerator, denominator, value, named, notApplicable } = recorded
  if (notApplicable) return { notApplicable: true }
  if (numerator !== null)
    return { numerator: plain(numerator), denominator: denominator === null ? null : plain(denominator) }
  if (named) return { value: named }
  if (value === null) return {}
  return { value: shape === 'yes-no' ? (value === '0' ? 'no' : 'yes') : plain(value) }
}
