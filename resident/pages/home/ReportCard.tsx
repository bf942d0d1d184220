import type { ReactNode } from 'react'
import { useWords } from '../../app/words.ts'
import { To } from '../../parts/To.tsx'

/** The way to say what is wrong, before anything is read. */
export function ReportCard(): ReactNode {
  const { t } = useWords()
  return (
    <section className="card reportcard">
      <h2>{t('report.trouble')}</h2>
      <div className="actions">
        <To to="/report" className="button primary">
          {t('report.title')}
        </To>
        <To to="/mine" className="button">
          {t('mine.title')}
        </To>
      </div>
    </section>
  )
}
