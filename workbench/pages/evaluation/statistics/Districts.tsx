import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../../app/screen.ts'
import { palette, series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { count, drawn, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { scoresAddress } from '../addresses.ts'
import type { StatisticsChartProps } from './Distribution.tsx'

/** Each district's lowest, mean and highest total, best mean on top. */
export function Districts({ round, kind, data }: StatisticsChartProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const router = useRouter()
  const narrow = useNarrow()
  // The axis counts from below; the server sends the best mean first.
  const districts = useMemo(() => data.districts.toReversed(), [data.districts])
  const [best, worst] = [data.districts[0], data.districts.at(-1)]
  const option = useMemo(() => {
    const bottom = Math.max(0, Math.floor(Math.min(...districts.map((d) => drawn(d.least))) / 10) * 10)
    return {
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
      xAxis: { type: 'value' as const, min: bottom, max: 100, splitNumber: narrow ? 2 : 6 },
      yAxis: {
        type: 'category' as const,
        data: districts.map((d) => d.districtName),
        axisLabel: { width: narrow ? 96 : 200, overflow: 'truncate' as const },
      },
      series: [
        {
          type: 'bar' as const,
          stack: 'span',
          silent: true,
          data: districts.map((d) => drawn(d.least)),
          itemStyle: { color: 'transparent' },
          tooltip: { show: false },
          name: t('column.least'),
        },
        {
          type: 'bar' as const,
          stack: 'span',
          name: t('column.span'),
          barWidth: 10,
          data: districts.map((d) => drawn(d.most) - drawn(d.least)),
          itemStyle: { color: '#B9CCDD', borderRadius: 5 },
          label: {
            show: true,
            position: 'right' as const,
            distance: 10,
            formatter: ({ dataIndex }: { dataIndex: number }) => score(districts[dataIndex]?.mean ?? 0),
          },
          tooltip: { show: false },
        },
        {
          type: 'scatter' as const,
          name: t('column.mean'),
          symbolSize: 14,
          data: districts.map((d) => drawn(d.mean)),
          itemStyle: { color: series[0], borderColor: palette.surface, borderWidth: 2 },
        },
      ],
    }
  }, [districts, narrow, t])
  const address = (id: string) => scoresAddress(round, kind, { place: id })
  return (
    <Chart
      title={t('statistics.districts', {
        best: best?.districtName,
        bestMean: score(best?.mean ?? 0),
        worst: worst?.districtName,
        worstMean: score(worst?.mean ?? 0),
      })}
      text={t('statistics.districtsText', { count: districts.length })}
      height={Math.max(160, districts.length * 40 + 48)}
      option={option}
      onOpen={(_, datum) => {
        const district = districts[datum]
        if (district) void router.navigate({ href: address(district.districtId) })
      }}
      table={{
        columns: [
          { title: t('column.district') },
          { title: t('statistics.subjects'), numeric: true },
          { title: t('column.least'), numeric: true },
          { title: t('column.mean'), numeric: true },
          { title: t('column.most'), numeric: true },
        ],
        rows: data.districts.map((d) => ({
          key: d.districtId,
          cells: [
            <Goto key="to" to={address(d.districtId)}>
              {d.districtName}
            </Goto>,
            count(d.subjects),
            score(d.least),
            score(d.mean),
            score(d.most),
          ],
        })),
      }}
    />
  )
}
