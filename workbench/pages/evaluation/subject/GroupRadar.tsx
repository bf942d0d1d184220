import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { drawn, score as points } from '../../../parts/format.ts'
import { usePick } from '../../standards/names.ts'
import type { SubjectScore } from '../queries.ts'

const tenths = (share: number): number => Math.round(share * 1000) / 10
/** Of the points that have data; null where none has. */
const own = ({ got, known }: Group): number | null =>
  drawn(known) === 0 ? null : tenths(drawn(got) / drawn(known))
const others = (share: string | null): number | null => (share === null ? null : tenths(drawn(share)))

type Group = SubjectScore['groups'][number]

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
        value: groups.map((g) => own(g) ?? 0),
        color: series[0],
        width: 2,
        type: 'solid' as const,
        fill: 0.15,
      },
      ...(againstDistrict
        ? [
            {
              name: t('radar.district', { name: districtName }),
              value: groups.map((g) => others(g.district) ?? 0),
              color: series[1],
              width: 2,
              type: 'dashed' as const,
              fill: 0,
            },
          ]
        : []),
      {
        name: t('radar.all'),
        value: groups.map((g) => others(g.all) ?? 0),
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
  const weakest = groups.filter((g) => own(g) !== null).toSorted((a, b) => (own(a) ?? 0) - (own(b) ?? 0))[0]
  const told = (share: number | null) => (share === null ? t('row.missing') : `${share}%`)
  return (
    <Chart
      title={
        weakest
          ? t('radar.title', {
              group: pick(weakest.name, weakest.nameEn),
              share: told(own(weakest)),
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
          { title: t('radar.known'), numeric: true },
          { title: t('column.got'), numeric: true },
          { title: t('statistics.reached'), numeric: true },
          ...(againstDistrict ? [{ title: t('radar.district', { name: districtName }), numeric: true }] : []),
          { title: t('radar.all'), numeric: true },
        ],
        rows: groups.map((g) => ({
          key: g.name,
          cells: [
            pick(g.name, g.nameEn),
            g.points,
            points(g.known),
            points(g.got),
            told(own(g)),
            ...(againstDistrict ? [told(others(g.district))] : []),
            told(others(g.all)),
          ],
        })),
      }}
    />
  )
}
