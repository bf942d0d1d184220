import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnglish } from '../../../parts/words.ts'
import { useField } from '../field-context.ts'
import { type Entry, keyOf, type Row } from '../store/entry.ts'
import { type Change, lackOf } from '../store/rules.ts'
import { Conflict } from './Conflict.tsx'
import { Photos } from './Photos.tsx'
import { Proposal } from './Proposal.tsx'
import { ReadingChoice } from './ReadingChoice.tsx'

interface RowBodyProps {
  row: Row
  entry: Entry | undefined
  /** The entry, or the row as it stands. */
  shown: Entry
  disabled: boolean
  onEdit: (change: Change) => void
}

export function RowBody({ row, entry, shown, disabled, onEdit }: RowBodyProps): ReactNode {
  const { t } = useTranslation('field')
  const english = useEnglish()
  const { store } = useField()
  const lack = entry ? lackOf(entry, row) : null
  const isBound = disabled || shown.theirs !== null
  return (
    <div className="gz-field-row-body">
      {row.question !== null && (
        <p className="gz-field-note">
          {t('row.question')}：{row.question}
        </p>
      )}
      {entry && <Conflict entry={entry} row={row} />}
      {entry?.refusal && (
        <div className="gz-field-note gz-field-note-alert" role="alert">
          <p>{english ? entry.refusal.detailEn : entry.refusal.detail}</p>
          <button
            type="button"
            className="gz-field-link"
            onClick={() => void store.drop('entries', keyOf(entry))}
          >
            {t('row.discard')}
          </button>
        </div>
      )}
      <p className="gz-field-soft">
        {english ? `${row.level1En} · ${row.level2En}` : `${row.level1} · ${row.level2}`}
        {row.clause !== null && ` · ${t('row.clause', { clause: row.clause })}`}
      </p>
      {row.evidenceAsked.length > 0 && (
        <p className="gz-field-soft">
          {t('row.evidence')}：{row.evidenceAsked.join(t('comma'))}
        </p>
      )}
      <Proposal
        row={row}
        entered={shown.entered}
        reason={shown.overrideReason}
        disabled={isBound}
        onTake={(entered, excuse) =>
          onEdit({ entered, overrideReason: '', comment: shown.comment || (excuse ?? '') })
        }
        onReason={(overrideReason) => onEdit({ overrideReason })}
      />
      <ReadingChoice
        row={row}
        entered={shown.entered}
        disabled={isBound}
        onChange={(entered) => onEdit({ entered })}
      />
      <label className="gz-field-text">
        <span>{t('row.comment')}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={shown.comment}
          readOnly={isBound}
          onChange={({ target }) => onEdit({ comment: target.value })}
        />
      </label>
      <Photos
        taskId={shown.taskId}
        row={row.id}
        photos={shown.photos}
        disabled={isBound}
        onChange={(photos) => onEdit({ photos })}
      />
      {lack !== null && lack !== 'reading' && (
        <p className="gz-field-fault" role="alert">
          {t(`lack.${lack}`)}
        </p>
      )}
      {lack === 'reading' && <p className="gz-field-soft">{t('lack.reading')}</p>}
    </div>
  )
}
