import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../../contracts/publicity/appeals.ts'
import '../publicity.css'

/** Whom a decision moved, before and after; the subject that it was about comes first. */
export function Shifts({ shifts }: { shifts: Shift[] }): ReactNode {
  const { t } = useTranslation('publicity')
  if (shifts.length === 0) return null
  const from = (before: string | number | null, after: string | number | null) =>
    before === after ? (after ?? '—') : `${before ?? '—'} → ${after ?? '—'}`
  return (
    <section className="gz-card" aria-label={t('shifts.title')}>
      <div className="gz-section-head">
        <h2>{t('shifts.title')}</h2>
      </div>
      <div className="gz-publicity-scroll">
        <table className="gz-publicity-table">
          <thead>
            <tr>
              <th scope="col">{t('shifts.subject')}</th>
              <th scope="col">{t('shifts.total')}</th>
              <th scope="col">{t('shifts.band')}</th>
              <th scope="col">{t('shifts.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {shifts.map((one) => (
              <tr key={one.subjectId}>
                <th scope="row">{one.name}</th>
                <td className="gz-number">{from(one.totalBefore, one.totalAfter)}</td>
                <td>{from(one.bandBefore, one.bandAfter)}</td>
                <td className="gz-number">{from(one.rankBefore, one.rankAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
