import type { Context } from '../../../access/context.ts'
import { type GivenReading, recordReadings } from '../../evaluation/index.ts'
import type { KeptIncident, NewIncident } from '../storage/incidents.ts'

/** An incident as the scores read it: one entry of the negative list's fact, kept apart by its number (C23). */
export async function writeIncidentReading(
  ctx: Context,
  incident: NewIncident | KeptIncident,
  { standing, reason }: { standing: GivenReading['standing']; reason: string },
): Promise<void> {
  const { year, fact, districtId, enterpriseId, number, severity, summary } = incident
  await recordReadings(ctx, [
    {
      year,
      fact,
      placeId: districtId,
      bodyId: enterpriseId,
      projectId: null,
      grader: '',
      incident: number,
      numerator: null,
      denominator: null,
      value: null,
      named: severity,
      notApplicable: null,
      note: summary,
      evidence: `${incident.issuer}${incident.documentNumber}（${incident.foundOn}认定）`,
      provenance: 'imported',
      standing,
      reason,
    },
  ])
}
