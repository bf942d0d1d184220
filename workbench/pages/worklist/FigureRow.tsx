import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getWorklist } from '../../../contracts/worklist/staff.ts'
import { type Change, Figure } from '../../parts/marks/Figure.tsx'

type Shown = Answer<typeof getWorklist>['figures'][number]

/** "-0.50" → lower than last year by 0.50. */
function changeOf(change: string, t: TFunction<'worklist'>): Change {
  const by = change.replace(/^[+-]/, '')
  if (Number(by) === 0) return { direction: 'same', word: t('same') }
  const lower = change.startsWith('-')
  return { direction: lower ? 'down' : 'up', word: t(lower ? 'lower' : 'higher', { by }) }
}

/** What a share was counted from stands small beside it: 87.5% and （54/60）. */
function split(value: string): { value: string; unit?: string } {
  const [figure = value, of] = value.split(/(?=（)/)
  return of === undefined ? { value: figure } : { value: figure, unit: of }
}

/** At most three figures of this role; nothing stands here before there is anything to count. */
export function FigureRow({ figures }: { figures: Shown[] }): ReactNode {
  const { t, i18n } = useTranslation('worklist')
  if (figures.length === 0) return null
  return (
    <section className="gz-card gz-first-figures" aria-label={t('figures')}>
      {figures.map(({ id, zh, en, value, change, link }) => (
        <Figure
          key={id}
          label={i18n.language === 'en' ? en : zh}
          {...split(value)}
          to={link}
          {...(change === null ? {} : { change: changeOf(change, t) })}
        />
      ))}
    </section>
  )
}
