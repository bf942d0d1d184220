import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { exportPairs, type GradePair, getAgreement, listPairs } from '../../../contracts/moderation/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { count, percent, rounded, score } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useListAddress } from '../../parts/list/useListAddress.ts'
import { Figure } from '../../parts/marks/Figure.tsx'
import { useEnglish } from '../../parts/words.ts'
import { ValueText } from '../evaluation/facts/value-text.tsx'
import { useTerm } from '../standards/names.ts'
import { ModerationTabs } from './ModerationTabs.tsx'
import { useRounds } from './rounds.ts'
import './moderation.css'

type Agreement = Answer<typeof getAgreement>

/** How far two independent graders agree on the sample: figures, words, the crossing table, and every pair behind them. */
export function AgreementPage(): ReactNode {
  const { t } = useTranslation('moderation')
  const { filters } = useListAddress()
  const { options, round } = useRounds(only(filters.round))
  const queryOf = (asked: Filters) => ({
    round: only(asked.round) ?? round ?? '',
    differing: only(asked.differing) === 'yes' ? ('yes' as const) : undefined,
  })
  const nothing = { rows: [], next: null }
  const load = async ({ filters: asked, after, signal }: Asked) =>
    queryOf(asked).round === ''
      ? nothing
      : await call(listPairs, { query: { ...queryOf(asked), after } }, { signal })
  return (
    <ListPage<GradePair>
      name="grade-pairs"
      title={t('agreement.title')}
      intro={t('agreement.intro')}
      load={load}
      about={round}
      exportAs={(asked) => download(exportPairs, { query: queryOf(asked) }, `${t('agreement.title')}.xlsx`)}
      rowKey={({ id }) => id}
      open={({ reviewId }) => `/moderation/reviews/${reviewId}`}
      columns={usePairColumns()}
      filters={[
        { key: 'round', label: t('round'), kind: 'choice', options },
        {
          key: 'differing',
          label: t('agreement.which'),
          kind: 'choice',
          options: [{ value: 'yes', label: t('agreement.differing') }],
        },
      ]}
      empty={{ title: t('agreement.none'), hint: t('agreement.noneHint') }}
    >
      <ModerationTabs round={round} />
      {round !== undefined && <Report round={round} />}
    </ListPage>
  )
}

function Report({ round: id }: { round: string }): ReactNode {
  const { t } = useTranslation('moderation')
  const { data } = useQuery({
    queryKey: ['moderation', 'agreement', id],
    queryFn: ({ signal }) => call(getAgreement, { params: { id } }, { signal }),
  })
  if (!data || data.pairs === 0) return null
  const { exactShare, kappa, meanDifference } = data
  const share = (one: number) => percent(one)
  return (
    <section className="gz-card gz-moderation-round" aria-label={t('agreement.report')}>
      <div className="gz-moderation-figures">
        <Figure
          label={t('agreement.exact')}
          value={exactShare === null ? '—' : share(exactShare.value)}
          note={
            exactShare === null
              ? t('agreement.untold')
              : t('agreement.interval', { low: share(exactShare.low), high: share(exactShare.high) })
          }
        />
        <Figure
          label={t('agreement.difference')}
          value={meanDifference === null ? '—' : rounded(String(meanDifference), 2)}
          note={t('agreement.compared', { count: data.compared, shown: count(data.compared) })}
        />
        <Figure
          label={t('agreement.kappa')}
          value={kappa === null ? '—' : rounded(String(kappa.value), 2)}
          note={
            kappa === null
              ? t('agreement.untold')
              : t('agreement.interval', {
                  low: rounded(String(kappa.low), 2),
                  high: rounded(String(kappa.high), 2),
                })
          }
        />
      </div>
      <p>
        {t('agreement.words', {
          subjects: count(data.subjects),
          pairs: count(data.pairs),
          exact: count(data.exact),
          compared: count(data.compared),
        })}{' '}
        {kappa !== null && t(`agreement.strength.${strengthOf(kappa.value)}`)}
      </p>
      {data.graded > 0 && <Crossing agreement={data} />}
    </section>
  )
}

/** Landis and Koch's words (1977), which are a convention. */
function strengthOf(kappa: number): 'poor' | 'fair' | 'moderate' | 'good' | 'high' {
  if (kappa > 0.8) return 'high'
  if (kappa > 0.6) return 'good'
  if (kappa > 0.4) return 'moderate'
  return kappa > 0.2 ? 'fair' : 'poor'
}

function Crossing({ agreement: { levels, crossing, graded } }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation('moderation')
  const term = useTerm()
  return (
    <div className="gz-chart-scroll">
      <table className="gz-moderation-crossing">
        <caption>{t('agreement.crossing', { count: graded, shown: count(graded) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.firstBySecond')}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {term(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {crossing.map((line, at) => (
            <tr key={levels[at]}>
              <th scope="row">{term(levels[at] ?? '')}</th>
              {line.map((n, other) => (
                <td
                  key={levels[other]}
                  className={at === other ? 'gz-moderation-same gz-number' : 'gz-number'}
                >
                  {count(n)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function usePairColumns(): ListColumn<GradePair>[] {
  const { t } = useTranslation('moderation')
  const english = useEnglish()
  const points = (value: string | null) => (value === null ? '—' : score(value))
  return [
    { key: 'name', title: t('subject'), cell: ({ name }) => name },
    {
      key: 'row',
      title: t('row'),
      cell: ({ row, indicator, indicatorEn }) => `${row} ${english ? indicatorEn : indicator}`,
    },
    {
      key: 'first',
      title: t('agreement.first'),
      cell: (pair) => <ValueText recorded={pair.firstSaid} shape={undefined} />,
    },
    {
      key: 'second',
      title: t('agreement.second'),
      cell: (pair) => <ValueText recorded={pair.secondSaid} shape={undefined} />,
    },
    {
      key: 'firstPoints',
      title: t('agreement.firstPoints'),
      numeric: true,
      cell: (pair) => points(pair.firstPoints),
    },
    {
      key: 'secondPoints',
      title: t('agreement.secondPoints'),
      numeric: true,
      cell: (pair) => points(pair.secondPoints),
    },
    {
      key: 'difference',
      title: t('agreement.apart'),
      numeric: true,
      cell: (pair) => points(pair.difference),
    },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName, hiddenAtFirst: true },
  ]
}
