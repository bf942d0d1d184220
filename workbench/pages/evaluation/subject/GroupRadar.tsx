import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { drawn, percent, score as points } from '../../../parts/format.ts'
import { usePick } from '../../standards/names.ts'
import type { SubjectScore } from '../queries.ts'

const shareOf = (got: string | null, of: string): number | null =>
  got === null ? null : Math.round((drawn(got) / drawn(of)) * 1000) / 10

/** The level-1 groups as shares of their points, against the district and all subjects of the kind. */
export function GroupRadar({ score }: { score: SubjectScore }): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  // The negative list has no points of its own to reach a share of.
  const groups = useMemo(() => score.groups.filter((group) => drawn(group.points) > 0), [score.groups])
  const { kind, districtName } = score.subject
  const againstDistrict = kind !== 'district'
  const option = useMemo(() => {
    const lines = [
      {
        name: score.subject.name,
        value: groups.map((g) => shareOf(g.got, g.points) ?? 0),
        color: series[0],
        width: 2,
        type: 'solid' as const,
        fill: 0.15,
      },
      ...(againstDistrict
        ? [
            {
              name: t('radar.district', { name: districtName }),
              value: groups.map((g) => shareOf(g.district, g.points) ?? 0),
              color: series[1],
              width: 2,
              type: 'dashed' as const,
              fill: 0,
            },
          ]
        : []),
      {
        name: t('radar.all'),
        value: groups.map((g) => shareOf(g.all, g.points) ?? 0),
        color: series[4],
        width: 1,
        type: 'dotted' as const,
        fill: 0,
      },
    ]
    return {
      legend: {
        bottom: 0,
        icon: 'roundRect',
        itemHeight: 4,
        itemWidth: 18,
        data: lines.map(({ name }) => name),
      },
      tooltip: {},
      radar: {
        center: ['50%', '46%'],
        radius: '62%',
        indicator: groups.map((g) => ({ name: pick(g.name, g.nameEn), max: 100 })),
        axisName: { width: 110, overflow: 'break' as const },
      },
      series: [
        {
          type: 'radar' as const,
          symbolSize: 4,
          data: lines.map(({ name, value, color, width, type, fill }) => ({
            name,
            value,
            itemStyle: { color },
            lineStyle: { width, type },
            areaStyle: { opacity: fill },
          })),
        },
      ],
    }
  }, [groups, againstDistrict, districtName, score.subject.name, pick, t])
  if (score.rows.length === 0) return null
  const weakest = groups.toSorted(
    (a, b) => (shareOf(a.got, a.points) ?? 0) - (shareOf(b.got, b.points) ?? 0),
  )[0]
  const told = (got: string | null, of: string) =>
    got === null ? '' : `${points(got)}（${percent(String(drawn(got) / drawn(of)))}）`
  return (
    <Chart
      title={
        weakest
          ? t('radar.title', {
              group: pick(weakest.name, weakest.nameEn),
              share: `${shareOf(weakest.got, weakest.points)}%`,
            })
          : t('radar.plain')
      }
      text={t('radar.text')}
      option={option}
      height={300}
      table={{
        columns: [
          { title: t('column.level1') },
          { title: t('column.of'), numeric: true },
          { title: t('column.got'), numeric: true },
          ...(againstDistrict ? [{ title: t('radar.district', { name: districtName }), numeric: true }] : []),
          { title: t('radar.all'), numeric: true },
        ],
        rows: groups.map((g) => ({
          key: g.name,
          cells: [
            pick(g.name, g.nameEn),
            g.points,
            told(g.got, g.points),
            ...(againstDistrict ? [told(g.district, g.points)] : []),
            told(g.all, g.points),
          ],
        })),
      }}
    />
  )
}
