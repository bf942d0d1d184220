import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../contracts/imports/staff.ts'
import { count } from '../../parts/format.ts'
import { Figure } from '../../parts/marks/Figure.tsx'

const shown = ['created', 'changed', 'unchanged', 'perhapsSame', 'refused', 'skipped'] as const

/** What each row of the sheet is, or became; nothing is left uncounted. */
export function CountRow({ counts }: { counts: ImportRun['counts'] }): ReactNode {
  const { t } = useTranslation('imports')
  return (
    <section className="gz-card gz-import-counts" aria-label={t('counts.label')}>
      {shown
        .filter((key) => key !== 'skipped' || counts.skipped > 0)
        .map((key) => (
          <Figure key={key} label={t(`counts.${key}`)} value={count(counts[key])} unit={t('counts.rows')} />
        ))}
    </section>
  )
}
