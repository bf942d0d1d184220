import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../contracts/imports/staff.ts'

/** Each cell with its heading: of a changed record 原值 → 新值, of a new one what was filled in. */
export function OutcomeCells({ told: { cells, compared, outcome } }: { told: Outcome }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const english = i18n.language === 'en'
  const blank = <span className="gz-faint">{t('bad.blank')}</span>
  if (cells.length === 0) return <span className="gz-faint">{t('told.unseen')}</span>
  return (
    <ul className={`gz-import-cells gz-import-cells-${outcome}`}>
      {cells.map(({ header, headerEn, before, after }) => (
        <li key={header}>
          <span className="gz-faint">{english ? headerEn : header}</span>{' '}
          {compared && (
            <>
              {before === null ? blank : <del>{before}</del>} <span aria-label={t('told.becomes')}>
                →
              </span>{' '}
            </>
          )}
          {compared && after !== null ? <ins>{after}</ins> : (after ?? blank)}
        </li>
      ))}
    </ul>
  )
}
