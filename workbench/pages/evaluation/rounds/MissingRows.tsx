import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SubjectKind, subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { usePick } from '../../standards/names.ts'
import { scoresAddress } from '../addresses.ts'
import { type RoundPage, statisticsQuery } from '../queries.ts'

/** The rows for which most subjects still lack data: what to bring in next. */
export function MissingRows({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const lacking = subjectKinds.filter((kind) =>
    round.tables.some((table) => table.kind === kind && table.missingRows > 0),
  )
  const [chosen, setChosen] = useState<SubjectKind | null>(null)
  const kind = chosen ?? lacking[0]
  if (kind === undefined) return null
  return (
    <section className="gz-card" aria-label={t('round.missing')}>
      <div className="gz-section-head gz-section-wrap">
        <h2>{t('round.missing')}</h2>
        <Segmented<SubjectKind>
          aria-label={t('column.kind')}
          value={kind}
          onChange={setChosen}
          options={lacking.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <Rows round={round} kind={kind} />
    </section>
  )
}

function Rows({ round, kind }: { round: RoundPage; kind: SubjectKind }): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { data, error, refetch } = useQuery(statisticsQuery(round.id, kind))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={4} />
  return (
    <ul className="gz-missing">
      {data.gaps.map((row) => (
        <li key={row.id}>
          <Goto to={scoresAddress(round.id, kind, { missingRow: row.id })}>
            <span className="gz-number gz-faint">{row.id}</span>
            <span>{pick(row.indicator, row.indicatorEn)}</span>
            <span className="gz-number">
              {t('round.missingOf', { missing: count(row.missing), of: count(data.subjects) })}
            </span>
          </Goto>
        </li>
      ))}
    </ul>
  )
}
