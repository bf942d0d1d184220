import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { percent } from '../../../parts/format.ts'
import { plain, ValueText } from '../facts/value-text.tsx'
import type { Point } from '../queries.ts'

/** What was counted: numerator and denominator, or the value. */
export function ReadingShown({ point: { row, fact } }: { point: Point }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { numerator, denominator, value } = row.reading
  if (numerator === null && value === null) return null
  const ratio = numerator !== null && denominator !== null
  const share = ratio && plain(denominator) !== '0' ? shareOf(numerator, denominator) : null
  return (
    <section className="gz-part" aria-label={t('point.reading')}>
      <h3>{t('point.reading')}</h3>
      <dl className="gz-reading">
        {numerator !== null && (
          <div>
            <dt>{t('declare.numerator')}</dt>
            <dd className="gz-number">{plain(numerator)}</dd>
          </div>
        )}
        {denominator !== null && (
          <div>
            <dt>{t('declare.denominator')}</dt>
            <dd className="gz-number">{plain(denominator)}</dd>
          </div>
        )}
        {share !== null && (
          <div>
            <dt>{t('point.share')}</dt>
            <dd className="gz-number">{percent(share)}</dd>
          </div>
        )}
        {value !== null && (
          <div>
            <dt>{t('facts.value')}</dt>
            <dd>
              <ValueText recorded={{ numerator: null, denominator: null, value }} shape={fact?.shape} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** 9 of 12 as "9/12" where both are whole, so that the share is exact. */
function shareOf(numerator: string, denominator: string): string | null {
  return /^\d+$/.test(numerator) && /^\d+$/.test(denominator) ? `${numerator}/${denominator}` : null
}
