import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { usePick } from '../names.ts'
import { draftAddress } from './addresses.ts'
import { documentOf, type DraftPageData, type Fault } from './document.ts'
import { useDraft } from './useDraft.tsx'

/** What stands between the draft and its submission, as it is after every change; each fault leads to its place. */
export function ChecksPanel(): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft } = useDraft()
  const { faults } = draft
  return (
    <section className="gz-card gz-checks" aria-labelledby="gz-checks-head" aria-live="polite">
      <h2 id="gz-checks-head" className="gz-checks-head">
        {t('checks.title')}{' '}
        {faults.length === 0 ? (
          <StateTag kind="done" word={t('checks.sound')} />
        ) : (
          <StateTag kind="refused" word={t('checks.faults', { count: faults.length })} />
        )}
      </h2>
      {faults.length > 0 && (
        <ul className="gz-checks-list">
          {faults.map((fault) => (
            <li key={`${fault.part} ${fault.key} ${fault.field} ${fault.code} ${fault.detail}`}>
              <Goto to={addressOf(draft, fault)}>{fault.key === '' ? t('checks.whole') : fault.key}</Goto>{' '}
              {pick(fault.detail, fault.detailEn)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Where a fault is put right. */
function addressOf(draft: DraftPageData, { part, key }: Fault): string {
  if (part === 'table') return draftAddress(draft.id, key)
  if (part === 'limit') return draftAddress(draft.id, 'limits')
  if (part === 'successor') return draftAddress(draft.id, 'differences')
  const table = documentOf(draft).indicators.find(({ rows }) => rows.some((row) => row.id === key))?.table
  return part === 'row' && table
    ? `${draftAddress(draft.id, table)}?row=${encodeURIComponent(key)}`
    : draftAddress(draft.id, 'head')
}
