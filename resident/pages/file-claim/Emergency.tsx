import type { ReactNode } from 'react'
import { useWords } from '../../app/words.ts'

const numbers = ['110', '119', '120'] as const

/** Before any form: what is dangerous now is no matter for one. */
export function Emergency({ strong = false }: { strong?: boolean }): ReactNode {
  const { t } = useWords()
  return (
    <aside className={strong ? 'note wrong emergency' : 'note emergency'} role={strong ? 'alert' : undefined}>
      <strong>{t(strong ? 'report.dangerNow' : 'report.danger')}</strong>
      <span className="calls">
        {numbers.map((number) => (
          <a key={number} href={`tel:${number}`} className="button call">
            {t(`report.call.${number}`)}
          </a>
        ))}
      </span>
    </aside>
  )
}
