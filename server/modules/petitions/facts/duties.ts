import { sql } from 'kysely'
import { claimsOfAreas } from './claims-over.ts'
import { measures, of } from './measures.ts'
import { ratioOfClaims } from './ratio-of-claims.ts'

const inCity = { subjects: ['city'], claims: claimsOfAreas } as const

/** 6.4.2 c: of the claims that ran over a term in the period, those that climbed. */
export const overdueEscalated = ratioOfClaims({
  ...inCity,
  fact: 'overdue-claims-escalated',
  measure: measures.climbed,
})

/** Taken in, dispatched, signed for, answered and visited, each on record. */
const everyStep = sql<boolean>`(SELECT count(DISTINCT e.kind) = 5 FROM petitions.claim_event e WHERE e.claim_id = c.id
  AND e.kind IN ('accepted', 'dispatched', 'signed', 'answered', 'visited'))`

/** 6.4.2 c: of the complaints that fell due in the period, those with every step on record and answered within the term. */
export const complaintsByProcedure = ratioOfClaims({
  ...inCity,
  fact: 'complaints-by-procedure',
  measure: {
    among: of(measures.dueSolved, sql<boolean>`c.limit_class = 'complaint'`).among,
    counts: () => sql`(coalesce(c.answered_in_time, false) AND ${everyStep})`,
  },
})

/** 6.4.3: of the claims that fell due in the period, those struck off in time with their proof. */
export const ledgerStruckOff = ratioOfClaims({
  fact: 'ledger-items-struck-off',
  subjects: ['city', 'district', 'street', 'community'],
  claims: claimsOfAreas,
  measure: measures.struckOff,
})

/** 6.8.3 a: of the claims filed while the enterprise served there, those that were answered; all are written down here. */
export const recordedAnswered = ratioOfClaims({
  fact: 'claims-recorded-answered',
  subjects: ['enterprise'],
  claims: claimsOfAreas,
  measure: measures.answered,
})
