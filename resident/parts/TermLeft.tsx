import type { ReactNode } from 'react'
import type { Round } from '../api/queries.ts'
import { useWords } from '../app/words.ts'
import { dayWords } from './format.ts'

/** Until when objections are taken, and what is left of it; a day that is not official yet says so. */
export function TermLeft({ round }: { round: Round }): ReactNode {
  const { t, language } = useWords()
  if (round.dueOn === null)
    return (
      <p className="left">
        {round.dueProvisional
          ? t('term.provisional', { day: dayWords(round.dueProvisional, language) })
          : t('term.unknown')}
      </p>
    )
  const day = dayWords(round.dueOn, language)
  if (round.daysLeft === null) return <p className="left">{t('term.until', { day })}</p>
  return (
    <p className="left">
      {t('term.until', { day })}{' '}
      <strong>{round.daysLeft === 0 ? t('term.today') : t('term.left', { days: round.daysLeft })}</strong>
    </p>
  )
}
