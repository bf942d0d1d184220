import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import { palette, series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { count, rate, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { scoresAddress } from '../addresses.ts'
import type { Statistics } from '../queries.ts'

export interface StatisticsChartProps {
  round: string
  kind: SubjectKind
  data: Statistics
}

/** How the totals spread in steps of five points; the title says where most of them lie. */
export function Distribution({ round, kind, data }: StatisticsChartProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const router = useRouter()
  const { steps, fullest } = useMemo(() => filled(data.histogram), [data.histogram])
  const name = t(`kind.${kind}`)
  const words = {
    kind: name,
    spans: fullest.map(({ from, to }) => `${from}–${to}`).join(t('comma')),
    many: count(fullest[0]?.count ?? 0),
    all: count(data.subjects),
  }
  const mean = data.mean === null ? '' : score(data.mean)
  const address = ({ from, to }: { from: number; to: number }) =>
    scoresAddress(round, kind, { least: String(from), below: to >= 100 ? undefined : String(to) })
  const option = useMemo(
    () => ({
      grid: { left: 40, right: 16, top: 24, bottom: 40 },
      tooltip: { trigger: 'axis' as const },
      xAxis: {
        type: 'category' as const,
        data: steps.map(({ from, to }) => `${from}–${to}`),
        name: t('column.total'),
        nameLocation: 'middle' as const,
        nameGap: 28,
      },
      yAxis: { type: 'value' as const, minInterval: 1 },
      series: [
        {
          type: 'bar' as const,
          name: t('statistics.subjects'),
          data: steps.map((step) => ({
            value: step.count,
            itemStyle: { color: fullest.includes(step) ? palette.blue : series[0] },
          })),
          barCategoryGap: '12%',
          label: {
            show: true,
            position: 'top' as const,
            formatter: ({ value }: { value?: unknown }) => (value === 0 ? '' : String(value)),
          },
        },
      ],
    }),
    [steps, fullest, t],
  )
  return (
    <Chart
      title={t(fullest.length > 1 ? 'statistics.distributionTie' : 'statistics.distribution', words)}
      text={t('statistics.distributionText', { ...words, mean })}
      option={option}
      onOpen={(_, datum) => {
        const step = steps[datum]
        if (step) void router.navigate({ href: address(step) })
      }}
      table={{
        columns: [
          { title: t('column.total') },
          { title: t('statistics.subjects'), numeric: true },
          { title: t('statistics.share'), numeric: true },
        ],
        rows: steps.map((step) => ({
          key: String(step.from),
          cells: [
            <Goto key="to" to={address(step)}>{`${step.from}–${step.to}`}</Goto>,
            count(step.count),
            rate(step.count, data.subjects),
          ],
        })),
      }}
    />
  )
}

/** Steps between the first and the last that hold anybody, the empty ones too (a gap must show as a gap), and the fullest of them. */
function filled(histogram: Statistics['histogram']): {
  steps: Statistics['histogram']
  fullest: Statistics['histogram']
} {
  const first = histogram[0]?.from ?? 0
  const last = histogram.at(-1)?.from ?? 0
  const counts = new Map(histogram.map((step) => [step.from, step.count]))
  const steps = Array.from({ length: (last - first) / 5 + 1 }, (_, index) => {
    const from = first + index * 5
    return { from, to: from + 5, count: counts.get(from) ?? 0 }
  })
  const most = Math.max(...steps.map((step) => step.count))
  return { steps, fullest: steps.filter((step) => step.count === most) }
}
