import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { dateTime } from '../../../parts/format.ts'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { historyQuery } from './queries.ts'
import { useDraft } from './useDraft.tsx'

/** Who changed what and when, with what stood before. */
export function HistoryView(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const { changes } = useSuspenseQuery(historyQuery(draft.id, draft.version)).data
  return (
    <section className="gz-card gz-editions" aria-label={t('view.history')}>
      {changes.length === 0 ? (
        <EmptyState title={t('history.none')} hint={t('history.noneHint')} />
      ) : (
        <Sideways>
          <table className="gz-standard">
            <thead>
              <tr>
                <th scope="col">{t('history.version')}</th>
                <th scope="col">{t('history.who')}</th>
                <th scope="col">{t('differences.part')}</th>
                <th scope="col">{t('differences.before')}</th>
                <th scope="col">{t('differences.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((one) => (
                <tr key={`${one.version} ${one.part} ${one.key}`}>
                  <td className="gz-number">{one.version}</td>
                  <td>
                    {one.by} <span className="gz-number gz-faint">{dateTime(one.at)}</span>
                  </td>
                  <td>
                    {t(`part.${one.part}`)} {one.key}
                  </td>
                  <td>
                    <Told value={one.before} against={one.after} />
                  </td>
                  <td>
                    <Told value={one.after} against={one.before} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </section>
  )
}

/** Of a part only the fields that differ. */
function Told({ value, against }: { value: unknown; against: unknown }): ReactNode {
  const { t } = useTranslation('editions')
  if (typeof value !== 'object' || value === null) return '—'
  const other = Object.entries((against ?? {}) as Record<string, unknown>)
  const before = new Map(other.map(([name, inner]) => [name, JSON.stringify(inner)]))
  return Object.entries(value)
    .filter(([name, inner]) => before.get(name) !== JSON.stringify(inner))
    .map(([name, inner]) => (
      <div key={name}>
        {t(`field.${name}`, { defaultValue: name })}：
        {typeof inner === 'string' ? inner : JSON.stringify(inner)}
      </div>
    ))
}
