import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entered, Row } from '../store/entry.ts'
import { computedOf, departs, enteredOf, proposalOf } from '../store/rules.ts'

interface ProposalProps {
  row: Row
  entered: Entered
  reason: string
  disabled: boolean
  /** @param excuse why the row does not apply, where that is what is proposed */
  onTake: (entered: Entered, excuse: string | null) => void
  onReason: (reason: string) => void
}

/** What the records or the scored body say: taken over with one touch, departed from with a reason. Both stay visible. */
export function Proposal({ row, entered, reason, disabled, onTake, onReason }: ProposalProps): ReactNode {
  const { t } = useTranslation('field')
  const [isAdjusting, setAdjusting] = useState(false)
  const proposal = proposalOf(row)
  if (!proposal) return null
  const proposed = enteredOf(proposal.said, row)
  const isTaken = JSON.stringify(entered) === JSON.stringify(proposed)
  const isDeparted = departs(entered, row)
  return (
    <section className="gz-field-proposal" aria-label={t('proposal.label')}>
      <p>
        {t(`proposal.${proposal.provenance}`)}：<strong>{proposal.words}</strong>
        {isTaken && ` · ${t('proposal.taken')}`}
        {isDeparted && ` · ${t('proposal.departed')}`}
      </p>
      {proposal.note !== '' && <p className="gz-field-soft">{proposal.note}</p>}
      {proposal.evidence !== '' && (
        <p className="gz-field-soft">
          {t('proposal.evidence')}：{proposal.evidence}
        </p>
      )}
      {!disabled && (
        <div className="gz-field-pair">
          <button
            type="button"
            className="gz-field-button"
            aria-pressed={isTaken}
            onClick={() => {
              setAdjusting(false)
              onTake(proposed, proposal.said.notApplicable)
            }}
          >
            {t('proposal.take')}
          </button>
          <button
            type="button"
            className="gz-field-button"
            aria-pressed={isAdjusting || isDeparted}
            onClick={() => setAdjusting(true)}
          >
            {t('proposal.adjust')}
          </button>
        </div>
      )}
      {computedOf(row) && (isAdjusting || isDeparted) && (
        <label className="gz-field-text">
          <span>{t('proposal.reason')}</span>
          <textarea
            rows={2}
            maxLength={500}
            value={reason}
            readOnly={disabled}
            onChange={({ target }) => onReason(target.value)}
          />
        </label>
      )}
    </section>
  )
}
