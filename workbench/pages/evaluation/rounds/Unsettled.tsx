import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count, today } from '../../../parts/format.ts'
import type { RoundPage } from '../queries.ts'

/** What is still open in a round that somebody is about to end: missing data, older figures, a period that runs. */
export function Unsettled({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const missing = round.tables.filter((table) => table.missingRows > 0)
  const open = [
    ...(round.evaluatedAt === null ? [t('close.neverComputed')] : []),
    ...missing.map((table) =>
      t('close.missing', {
        kind: t(`kind.${table.kind}`),
        count: table.missingRows,
        shown: count(table.missingRows),
      }),
    ),
    ...(round.stale > 0 ? [t('close.stale', { shown: count(round.stale), count: round.stale })] : []),
    ...(round.to >= today() ? [t('close.periodRuns', { to: round.to })] : []),
  ]
  if (open.length === 0) return null
  return (
    <>
      <p>{t('close.open')}</p>
      <ul>
        {open.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
