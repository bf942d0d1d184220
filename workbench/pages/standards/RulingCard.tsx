import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { rulingPaper } from '../../../contracts/standards/staff.ts'
import { Goto } from '../../parts/Goto.tsx'
import { clauseAddress } from './addresses.ts'
import { usePick } from './names.ts'
import './table.css'

/** How a gap of the standard is read, and why. */
export function RulingCard({ ruling }: { ruling: z.infer<typeof rulingPaper> }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  return (
    <article
      className="gz-ruling"
      id={ruling.id}
      aria-label={`${ruling.id} ${pick(ruling.title, ruling.titleEn)}`}
    >
      <h4>
        <span className="gz-ruling-chip gz-number">{ruling.id}</span> {pick(ruling.title, ruling.titleEn)}
      </h4>
      <dl>
        <div>
          <dt>{t('ruling.gap')}</dt>
          <dd>{pick(ruling.gap, ruling.gapEn)}</dd>
        </div>
        <div>
          <dt>{t('ruling.reading')}</dt>
          <dd>{pick(ruling.reading, ruling.readingEn)}</dd>
        </div>
        <div>
          <dt>{t('ruling.reason')}</dt>
          <dd>{pick(ruling.reason, ruling.reasonEn)}</dd>
        </div>
      </dl>
      <p className="gz-ruling-foot gz-faint">
        {t('ruling.since', { day: ruling.from })}
        {ruling.clauses.map((clause) => (
          <Goto key={clause} to={clauseAddress(clause)}>
            {t('clauseNumber', { clause })}
          </Goto>
        ))}
      </p>
    </article>
  )
}
