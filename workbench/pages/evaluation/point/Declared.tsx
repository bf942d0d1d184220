import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { declareFact } from '../../../../contracts/evaluation/staff.ts'
import { may, useMe } from '../../../api/session.ts'
import { dateTime } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { History } from '../facts/History.tsx'
import { WithdrawFact } from '../facts/WithdrawFact.tsx'
import { ValueText } from '../facts/value-text.tsx'
import { usePick } from '../../standards/names.ts'
import type { Point, ScoreRow } from '../queries.ts'
import type { PointBodyProps } from './PointBody.tsx'

type Entry = Point['declared'][number]

interface DeclaredProps extends Pick<PointBodyProps, 'definitionOf' | 'onCorrect' | 'onWithdrawn'> {
  entries: Entry[]
  row: ScoreRow
}

/** What people recorded for the row, or for the condition it hangs on: who, when, on what evidence. */
export function Declared({ entries, row, definitionOf, onCorrect, onWithdrawn }: DeclaredProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const mayCorrect = may(useMe(), declareFact.verb)
  if (entries.length === 0) return null
  return (
    <section className="gz-part" aria-label={t('point.declared')}>
      <h3>{t('point.declared')}</h3>
      <ul className="gz-declared">
        {entries.map((entry) => {
          const fact = definitionOf(entry.fact)
          return (
            <li key={entry.id}>
              <div className="gz-declared-head">
                <strong>
                  {fact && entry.fact !== row.fact && `${pick(fact.title, fact.titleEn)} `}
                  <ValueText recorded={entry} shape={fact?.shape} />
                </strong>
                <ProvenanceMark provenance={entry.provenance} />
                {entry.standing === 'withdrawn' && <StateTag kind="warning" word={t('facts.withdrawn')} />}
                {entry.standing === 'decision' && <StateTag kind="info" word={t('facts.decision')} />}
                {entry.standing === 'override' && <StateTag kind="info" word={t('facts.override')} />}
                {mayCorrect && fact && !byProcedure(entry) && (
                  <Button onClick={() => onCorrect(entry, fact)}>
                    {t(entry.standing === 'withdrawn' ? 'point.record' : 'declare.correct')}
                  </Button>
                )}
                {mayCorrect && entry.standing === 'ordinary' && (
                  <WithdrawFact id={entry.id} onDone={onWithdrawn} />
                )}
              </div>
              {entry.evidence !== '' && <p>{t('point.evidence', { evidence: entry.evidence })}</p>}
              {entry.note !== '' && <p>{entry.note}</p>}
              <p className="gz-faint gz-number">{signature(entry)}</p>
              <History
                reason={entry.reason}
                withdrawn={entry.standing === 'withdrawn'}
                earlier={entry.earlier}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Overrides and decisions are changed where they were made, with the procedure's own words. */
const byProcedure = ({ standing }: Entry): boolean => standing === 'override' || standing === 'decision'

/** Project, grader, incident, who recorded it and when, as far as they are told. */
const signature = ({ projectName, grader, incident, recordedBy, recordedAt }: Entry): string =>
  [projectName, grader, incident, recordedBy, dateTime(recordedAt)]
    .filter((word) => word !== null && word !== '')
    .join(' · ')
