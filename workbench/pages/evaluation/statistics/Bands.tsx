import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { count, percent, rate } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { useTerm } from '../../standards/names.ts'
import { tableQuery } from '../../standards/queries.ts'
import { scoresAddress } from '../addresses.ts'
import type { StatisticsChartProps } from './Distribution.tsx'

/** How many reach each number of stars. */
export function Bands({ round, kind, data, edition }: StatisticsChartProps & { edition: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  const router = useRouter()
  const starred = data.bands.filter(({ band }) => t(`stars.${band}`, { defaultValue: '' }) !== '')
  const withStars = starred.reduce((sum, { count: many }) => sum + many, 0)
  const { data: paper } = useQuery(tableQuery(edition, 'A.1'))
  const lowest = paper?.table.bands.at(-1)?.from
  // Those without stars are the totals below the lowest band.
  const address = (band: string) =>
    scoresAddress(round, kind, starred.some((b) => b.band === band) ? { band } : { below: lowest })
  const rising = useMemo(() => data.bands.toReversed(), [data.bands])
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value' as const, minInterval: 1 },
      yAxis: { type: 'category' as const, data: rising.map(({ band }) => term(band)) },
      series: [
        {
          type: 'bar' as const,
          data: rising.map((band) => band.count),
          barWidth: 20,
          label: { show: true, position: 'right' as const },
        },
      ],
    }),
    [rising, term],
  )
  return (
    <Chart
      title={t('statistics.bands', {
        share: percent(`${withStars}/${data.subjects}`),
        count: count(withStars),
      })}
      text={t('statistics.bandsText', {
        bands: data.bands.map(({ band, count: many }) => `${term(band)} ${many}`).join(t('comma')),
      })}
      option={option}
      onOpen={(_, datum) => {
        const band = rising[datum]
        if (band) void router.navigate({ href: address(band.band) })
      }}
      table={{
        columns: [
          { title: t('column.band') },
          { title: t('statistics.subjects'), numeric: true },
          { title: t('statistics.share'), numeric: true },
        ],
        rows: data.bands.map(({ band, count: many }) => ({
          key: band,
          cells: [
            <Goto key="to" to={address(band)}>
              {term(band)}
            </Goto>,
            count(many),
            rate(many, data.subjects),
          ],
        })),
      }}
    />
  )
}
