import { type ReactNode, useState } from 'react'
import { receiptPattern } from '../../../contracts/publicity/words.ts'
import { useWords } from '../../app/words.ts'
import { useGo } from '../../parts/To.tsx'
import { tidyReceipt } from './tidy-receipt.ts'

/** Typed as people type: small letters, no strokes, blanks between. */
export function ReceiptForm({ number = '' }: { number?: string }): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const [typed, setTyped] = useState(number)
  const [wrong, setWrong] = useState(false)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const tidy = tidyReceipt(typed)
        setWrong(!receiptPattern.test(tidy))
        if (receiptPattern.test(tidy)) go('/receipts', { number: tidy })
      }}
    >
      <label className="field">
        <span>{t('receipt.number')}</span>
        <input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          placeholder="YY-XXXX-XXXX-XXXX"
          aria-invalid={wrong}
          aria-describedby={wrong ? 'receipt-wrong' : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {wrong && (
        <p id="receipt-wrong" className="fault" role="alert">
          {t('receipt.wrong')}
        </p>
      )}
      <button type="submit" className="button">
        {t('receipt.look')}
      </button>
    </form>
  )
}
