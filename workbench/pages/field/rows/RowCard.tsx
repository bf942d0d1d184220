import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { score } from '../../../parts/format.ts'
import { useEnglish } from '../../../parts/words.ts'
import { useFieldState } from '../field-context.ts'
import { StandingMark } from '../StandingMark.tsx'
import { keyOf, type Row } from '../store/entry.ts'
import { begun, type Change, hasReading } from '../store/rules.ts'
import { RowBody } from './RowBody.tsx'
import { standingOf } from './standing.ts'
import { useRowWords } from './words.ts'

interface RowCardProps {
  taskId: string
  row: Row
  isOpen: boolean
  disabled: boolean
  onToggle: () => void
  onEdit: (change: Change) => void
}

/** A row of the table: closed it says what was graded, open it is graded. */
export function RowCard({ taskId, row, isOpen, disabled, onToggle, onEdit }: RowCardProps): ReactNode {
  const { t } = useTranslation('field')
  const english = useEnglish()
  const words = useRowWords()
  const body = useId()
  const { entries, files } = useFieldState()
  const entry = entries.get(keyOf({ taskId, row: row.id }))
  const shown = entry ?? begun(taskId, row, '')
  const standing = standingOf(row, entry, files)
  const summary = [
    ...(hasReading(shown.entered, row) ? [words.entered(shown.entered, row)] : []),
    ...(shown.photos.length > 0 ? [t('photo.count', { count: shown.photos.length })] : []),
  ]
  return (
    <li className="gz-field-row" id={`row-${row.id}`}>
      <h2 className="gz-field-row-head">
        <button type="button" aria-expanded={isOpen} aria-controls={body} onClick={onToggle}>
          <span className="gz-field-row-name">
            <span className="gz-number">{row.id}</span> {english ? row.indicatorEn : row.indicator}
          </span>
          <span className="gz-field-row-foot">
            {summary.length > 0 && <span>{summary.join(' · ')}</span>}
            <span className="gz-field-soft">{t('row.points', { points: score(row.points) })}</span>
            <StandingMark standing={standing} words={t(`standing.${standing}`)} />
          </span>
        </button>
      </h2>
      <div id={body} hidden={!isOpen}>
        {isOpen && <RowBody row={row} entry={entry} shown={shown} disabled={disabled} onEdit={onEdit} />}
      </div>
    </li>
  )
}
