import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/screen.ts'
import { series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { count, drawn, percent } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { usePick } from '../../standards/names.ts'
import { rowAddress } from '../../standards/addresses.ts'
import { scoresAddress } from '../addresses.ts'
import type { StatisticsChartProps } from './Distribution.tsx'

/** The rows where the least of the points is reached, over all subjects. */
export function Weakest({ round, kind, data }: StatisticsChartProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const router = useRouter()
  const narrow = useNarrow()
  const rising = useMemo(() => data.weakest.toReversed(), [data.weakest])
  const first = data.weakest[0]
  const address = (row: { id: string; missing: number }) =>
    row.missing > 0 ? scoresAddress(round, kind, { missingRow: row.id }) : rowAddress(row.id)
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value' as const,
        min: 0,
        max: 100,
        splitNumber: 2,
        axisLabel: { formatter: '{value}%' },
      },
      yAxis: {
        type: 'category' as const,
        data: rising.map((row) => `${row.id} ${pick(row.indicator, row.indicatorEn)}`),
        axisLabel: { width: narrow ? 132 : 280, overflow: 'truncate' as const },
      },
      series: [
        {
          type: 'bar' as const,
          barWidth: 12,
          data: rising.map((row) => drawn(row.share ?? 0) * 100),
          itemStyle: { color: series[5] },
          label: {
            show: true,
            position: 'right' as const,
            formatter: ({ dataIndex }: { dataIndex: number }) => percent(rising[dataIndex]?.share ?? 0),
          },
        },
      ],
    }),
    [rising, narrow, pick],
  )
  if (!first) return null
  return (
    <Chart
      title={t('statistics.weakest', { row: first.id, share: percent(first.share ?? 0) })}
      text={t('statistics.weakestText', {
        indicator: pick(first.indicator, first.indicatorEn),
        share: percent(first.share ?? 0),
      })}
      height={Math.max(160, rising.length * 32 + 40)}
      option={option}
      onOpen={(_, datum) => {
        const row = rising[datum]
        if (row) void router.navigate({ href: address(row) })
      }}
      table={{
        columns: [
          { title: t('column.indicator') },
          { title: t('statistics.reached'), numeric: true },
          { title: t('statistics.withoutData'), numeric: true },
        ],
        rows: data.weakest.map((row) => ({
          key: row.id,
          cells: [
            <Goto key="to" to={rowAddress(row.id)}>
              {row.id} {pick(row.indicator, row.indicatorEn)}
            </Goto>,
            percent(row.share ?? 0),
            row.missing > 0 ? (
              <Goto key="missing" to={scoresAddress(round, kind, { missingRow: row.id })}>
                {count(row.missing)}
              </Goto>
            ) : (
              '0'
            ),
          ],
        })),
      }}
    />
  )
}
