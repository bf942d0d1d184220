import { Alert, Button, Input, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportedRow, Said } from '../../../contracts/self-reports/staff.ts'
import { longest } from '../../../contracts/self-reports/words.ts'
import { EvidenceField } from '../../parts/evidence/EvidenceField.tsx'
import { dateTime } from '../../parts/format.ts'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { usePick, useTerm } from '../standards/names.ts'
import { useSaidText } from './said-text.ts'
import type { RowDraft } from './useRowDraft.ts'

interface RowEditorProps {
  row: ReportedRow
  it: RowDraft
}

/** What is declared or claimed, why, and on which evidence; saved as it is typed. */
export function RowEditor({ row, it }: RowEditorProps): ReactNode {
  const { t } = useTranslation('self-reports')
  const pick = usePick()
  const label = useId()
  const { draft, change } = it
  const contests = draft.stance === 'contest'
  return (
    <div className="gz-report-editor">
      {it.theirs && <Conflict theirs={it.theirs} it={it} />}
      {it.error !== null && (
        <>
          <ErrorNote error={it.error} />
          <Button onClick={it.retry}>{t('save.retry')}</Button>
        </>
      )}
      {it.refused && <Alert type="error" showIcon title={pick(it.refused.zh, it.refused.en)} />}
      {row.said?.fault && !it.theirs && it.state !== 'waiting' && (
        <Alert type="warning" showIcon title={pick(row.said.fault.zh, row.said.fault.en)} />
      )}
      {row.said?.fromLastYear && <Button onClick={() => change({}, true)}>{t('lastYear.checked')}</Button>}
      <p className="gz-faint">{t('reads', { reads: row.fact?.reads ?? '' })}</p>
      <div className="gz-report-value" role="group" aria-label={t(contests ? 'claimed' : 'declared')}>
        <ValueInputs row={row} it={it} />
      </div>
      <label htmlFor={`${label}note`}>{t(contests ? 'reason' : 'note')}</label>
      <Input.TextArea
        id={`${label}note`}
        rows={2}
        maxLength={longest.note}
        value={draft.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <label htmlFor={`${label}papers`}>
        {t('evidenceNote')}
        {row.evidenceAsked.length > 0 && (
          <span className="gz-faint"> {t('evidenceAsked', { papers: row.evidenceAsked.join('、') })}</span>
        )}
      </label>
      <Input
        id={`${label}papers`}
        maxLength={longest.evidence}
        value={draft.evidenceNote}
        onChange={({ target }) => change({ evidenceNote: target.value })}
      />
      <EvidenceField most={12} value={draft.evidence} onChange={(evidence) => change({ evidence }, true)} />
    </div>
  )
}

function ValueInputs({ row, it: { draft, change } }: RowEditorProps): ReactNode {
  const { t } = useTranslation('self-reports')
  const term = useTerm()
  const shape = row.fact?.shape
  const notApplicable = { value: 'N/A', label: t('notApplicable') }
  const choose = (options: { value: string; label: string }[]) => (
    <Radio.Group
      aria-label={t('value')}
      value={draft.value || null}
      options={[...options, notApplicable]}
      onChange={({ target }) => change({ value: String(target.value) }, true)}
    />
  )
  if (shape === 'yes-no')
    return choose([
      { value: 'yes', label: t('yes') },
      { value: 'no', label: t('no') },
    ])
  if (shape === 'grade')
    return choose(['优', '良', '中', '差'].map((value) => ({ value, label: term(value) })))
  if (shape === 'level')
    return (
      <Select
        aria-label={t('value')}
        className="gz-report-level"
        value={draft.value || null}
        options={[...(row.fact?.levels ?? []).map((value) => ({ value, label: term(value) })), notApplicable]}
        onChange={(value: string) => change({ value }, true)}
      />
    )
  const figure = (key: 'numerator' | 'denominator' | 'value') => (
    <Input
      className="gz-report-figure"
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      aria-label={t(key)}
      placeholder={t(key)}
      value={draft[key]}
      onChange={({ target }) => change({ [key]: target.value })}
    />
  )
  if (shape === 'ratio' || shape === 'checklist')
    return (
      <>
        {figure('numerator')}
        <span aria-hidden>/</span>
        {figure('denominator')}
        <span className="gz-faint">{t('ratioHint')}</span>
      </>
    )
  return figure('value')
}

/** Somebody else has changed the row: both are in sight, and the person chooses. */
function Conflict({ theirs, it }: { theirs: Said; it: RowDraft }): ReactNode {
  const { t } = useTranslation('self-reports')
  const text = useSaidText()
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('conflict.title', { by: theirs.by ?? '', at: dateTime(theirs.at) })}
      description={
        <>
          <p>{t('conflict.theirs', { said: text(theirs) })}</p>
          <p>{t('conflict.mine')}</p>
          <div className="gz-report-choices">
            <Button onClick={it.takeTheirs}>{t('conflict.take')}</Button>
            <Button onClick={it.keepMine}>{t('conflict.keep')}</Button>
          </div>
        </>
      }
    />
  )
}
