import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { word } from '../../../app/search.ts'
import { count, score } from '../../../parts/format.ts'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { Figure } from '../../../parts/marks/Figure.tsx'
import { Unknown } from '../../../parts/marks/Unknown.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { roundAddress, roundsAddress, scoresAddress, statisticsAddress } from '../addresses.ts'
import { Provisional } from '../marks/Provisional.tsx'
import { roundQuery, type Statistics, statisticsQuery } from '../queries.ts'
import { Bands } from './Bands.tsx'
import { Distribution } from './Distribution.tsx'
import { Districts } from './Districts.tsx'
import { Weakest } from './Weakest.tsx'
import './statistics.css'

/** Where the totals of a kind lie, and where points are lost. */
export function StatisticsPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { round: id } = useParams({ from: '/signed-in/shell/evaluation/rounds/$round/statistics' })
  const { search } = useLocation()
  const kind = subjectKinds.find((known) => known === word(search, 'kind')) ?? 'compound'
  const place = word(search, 'place') ?? undefined
  const { data: round } = useSuspenseQuery(roundQuery(id))
  const { data, error, refetch } = useQuery(statisticsQuery(id, kind, place))
  function content(): ReactNode {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <Loading rows={12} />
    if (data.subjects === 0) return <EmptyState title={t('scores.empty')} hint={t('scores.emptyHint')} />
    return (
      <>
        <Figures data={data} to={scoresAddress(id, kind, { place })} />
        <div className="gz-charts">
          <Distribution round={id} kind={kind} data={data} />
          {kind === 'compound' && <Bands round={id} kind={kind} data={data} edition={round.edition} />}
          {data.districts.length > 1 && <Districts round={id} kind={kind} data={data} />}
          <Weakest round={id} kind={kind} data={data} />
        </div>
      </>
    )
  }
  return (
    <div className="gz-page">
      <PageHead
        title={t('statistics.titleOf', { kind: t(`kind.${kind}`) })}
        crumbs={[
          { label: t('rounds.title'), to: roundsAddress },
          { label: round.name, to: roundAddress(id) },
        ]}
      />
      <LinkTabs
        label={t('scores.kinds')}
        tabs={subjectKinds.map((value) => ({
          to: statisticsAddress(id, value),
          label: t(`kind.${value}`),
          here: value === kind,
        }))}
      />
      {content()}
    </div>
  )
}

function Figures({ data, to }: { data: Statistics; to: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const figure = (value: string | null) =>
    value === null ? <Unknown why={t('round.notComputed')} /> : score(value)
  return (
    <section className="gz-card gz-figures" aria-label={t('statistics.figures')}>
      <Figure label={t('statistics.subjects')} value={count(data.subjects)} to={to} />
      <Figure
        label={t('statistics.complete')}
        value={t('statistics.completeOf', { done: count(data.complete), of: count(data.subjects) })}
      />
      <Figure label={t('column.mean')} value={figure(data.mean)} unit={t('unit')} />
      <Figure label={t('statistics.median')} value={figure(data.median)} unit={t('unit')} />
      {data.complete < data.subjects && (
        <p className="gz-figures-note">
          <Provisional /> {t('statistics.soFar', { lacking: count(data.subjects - data.complete) })}
        </p>
      )}
    </section>
  )
}
