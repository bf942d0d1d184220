import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { declareFact } from '../../../../contracts/evaluation/staff.ts'
import { may, useMe } from '../../../api/session.ts'
import { dateTime } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { ValueText } from '../facts/value-text.tsx'
import type { Point } from '../queries.ts'

type Entry = Point['declared'][number]

interface DeclaredProps {
  entries: Entry[]
  shape: string | undefined
  /** Given where the fact may be corrected by hand. */
  onCorrect?: (entry: Entry) => void
}

/** What people recorded for the row: who, when, on what evidence. */
export function Declared({ entries, shape, onCorrect }: DeclaredProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const mayCorrect = may(useMe(), declareFact.verb) && onCorrect !== undefined
  if (entries.length === 0) return null
  return (
    <section className="gz-part" aria-label={t('point.declared')}>
      <h3>{t('point.declared')}</h3>
      <ul className="gz-declared">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div className="gz-declared-head">
              <strong>
                <ValueText recorded={entry} shape={shape} />
              </strong>
              <ProvenanceMark provenance={entry.provenance} />
              {mayCorrect && <Button onClick={() => onCorrect(entry)}>{t('declare.correct')}</Button>}
            </div>
            {entry.evidence !== '' && <p>{t('point.evidence', { evidence: entry.evidence })}</p>}
            {entry.note !== '' && <p>{entry.note}</p>}
            <p className="gz-faint gz-number">
              {[entry.projectName, entry.grader, entry.incident, entry.recordedBy, dateTime(entry.recordedAt)]
                .filter((word) => word !== null && word !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
