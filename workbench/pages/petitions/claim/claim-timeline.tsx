import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import type { ClaimEventKind } from '../../../../contracts/petitions/words.ts'
import { EvidenceList } from '../../../parts/evidence/EvidenceList.tsx'
import type { TimelineEvent } from '../../../parts/record/EventTimeline.tsx'

const kinds: Partial<Record<ClaimEventKind, TimelineEvent['kind']>> = {
  answered: 'done',
  closed: 'done',
  'struck-off': 'done',
  warned: 'warning',
  urged: 'warning',
  supervised: 'warning',
  returned: 'warning',
  'sent-again': 'warning',
  reopened: 'warning',
  overdue: 'error',
  climbed: 'error',
  'no-owner': 'error',
  declined: 'error',
}

/** What happened, the newest first, in words; what was written and brought stands with it. */
export const claimTimeline = (
  { events }: ClaimPage,
  named: (words: { zh: string; en: string }) => string,
): TimelineEvent[] =>
  events.toReversed().map((event) => {
    const kind = kinds[event.kind]
    return {
      id: String(event.seq),
      at: event.at,
      what: named(event),
      who: event.by ?? undefined,
      detail:
        event.note === '' && event.evidence.length === 0 ? undefined : (
          <>
            {event.note !== '' && <p className="gz-event-note">{event.note}</p>}
            {event.evidence.length > 0 && <EvidenceList evidence={event.evidence} />}
          </>
        ),
      ...(kind ? { kind } : {}),
    }
  })
