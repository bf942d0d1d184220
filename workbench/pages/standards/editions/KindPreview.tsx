import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { previewEdition } from '../../../../contracts/standards/editions.ts'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { series } from '../../../app/theme.ts'
import { Chart } from '../../../parts/chart/Chart.tsx'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { useTerm } from '../names.ts'

type Kind = Answer<typeof previewEdition>['kinds'][number]
type Moved = Kind['movers'][number]

/** One kind of subject under both editions: how they spread, who moves band, whose total moves most, what lacks data. */
export function KindPreview({ data, round }: { data: Kind; round: string }): ReactNode {
  const { t } = useTranslation('editions')
  const { movedBand, movers, withoutData } = data
  return (
    <>
      <section className="gz-card gz-editions" aria-label={t('preview.summary')}>
        <p className="gz-preview-summary" aria-live="polite">
          {t('preview.summaryText', {
            count: data.subjects,
            before: data.mean.before,
            after: data.mean.after,
            moved: movedBand.count,
          })}
        </p>
      </section>
      <Spread data={data} />
      {data.bands.some(({ band }) => band !== null) && <Bands data={data} />}
      <MovedTable
        title={t('preview.movedBand', { count: movedBand.count })}
        rows={movedBand.subjects}
        round={round}
      />
      <MovedTable title={t('preview.movers')} rows={movers} round={round} />
      <section className="gz-card gz-editions" aria-label={t('preview.withoutData')}>
        <h2>{t('preview.withoutData')}</h2>
        <p className="gz-faint">{t('preview.withoutDataHint')}</p>
        <Figures
          head={[t('field.indicator'), t('preview.before'), t('preview.after')]}
          rows={withoutData.map((row) => [
            `${row.row} ${row.indicator}`,
            count(row.before),
            count(row.after),
          ])}
        />
      </section>
    </>
  )
}

function Spread({ data }: { data: Kind }): ReactNode {
  const { t } = useTranslation('editions')
  const steps = data.histogram.map(({ from, to }) => `${from}–${to}`)
  const option = useMemo(
    () => sideBySide(steps, data.histogram, [t('preview.before'), t('preview.after')]),
    [steps, data.histogram, t],
  )
  return (
    <Chart
      title={t('preview.spread')}
      text={t('preview.spreadText', { before: data.mean.before, after: data.mean.after })}
      option={option}
      table={tableOf([t('preview.total'), t('preview.before'), t('preview.after')], steps, data.histogram)}
    />
  )
}

function Bands({ data }: { data: Kind }): ReactNode {
  const { t } = useTranslation('editions')
  const term = useTerm()
  const names = data.bands.map(({ band }) => (band === null ? t('preview.noBand') : term(band)))
  const option = useMemo(
    () => sideBySide(names, data.bands, [t('preview.before'), t('preview.after')]),
    [names, data.bands, t],
  )
  return (
    <Chart
      title={t('preview.bands', { count: data.movedBand.count })}
      text={names
        .map((name, at) => `${name} ${data.bands[at]?.before ?? 0} → ${data.bands[at]?.after ?? 0}`)
        .join(t('comma'))}
      option={option}
      table={tableOf([t('frame.band'), t('preview.before'), t('preview.after')], names, data.bands)}
    />
  )
}

type Both = readonly { before: number; after: number }[]

const sideBySide = (names: string[], both: Both, [before, after]: [string, string]) => ({
  grid: { left: 40, right: 16, top: 40, bottom: 32 },
  legend: { top: 0, left: 0, data: [before, after] },
  tooltip: { trigger: 'axis' as const },
  xAxis: { type: 'category' as const, data: names },
  yAxis: { type: 'value' as const, minInterval: 1 },
  series: [
    {
      type: 'bar' as const,
      name: before,
      data: both.map((one) => one.before),
      itemStyle: { color: series[4] },
    },
    {
      type: 'bar' as const,
      name: after,
      data: both.map((one) => one.after),
      itemStyle: { color: series[0] },
    },
  ],
})

const tableOf = ([name, before, after]: [string, string, string], names: string[], both: Both) => ({
  columns: [{ title: name }, { title: before, numeric: true }, { title: after, numeric: true }],
  rows: names.map((key, at) => ({
    key,
    cells: [key, count(both[at]?.before ?? 0), count(both[at]?.after ?? 0)],
  })),
})

function MovedTable({ title, rows, round }: { title: string; rows: Moved[]; round: string }): ReactNode {
  const { t } = useTranslation('editions')
  const term = useTerm()
  const band = (name: string | null) => (name === null ? t('preview.noBand') : term(name))
  return (
    <section className="gz-card gz-editions" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="gz-faint">{t('preview.nobody')}</p>
      ) : (
        <Figures
          head={[
            t('preview.subject'),
            t('preview.district'),
            t('preview.before'),
            t('preview.after'),
            t('preview.change'),
            t('frame.band'),
          ]}
          rows={rows.map((row) => [
            <Goto key="to" to={`/evaluation/rounds/${round}/subjects/${row.subject.id}`}>
              {row.subject.name}
            </Goto>,
            row.subject.districtName,
            row.before,
            row.after,
            row.change,
            row.bandBefore === row.bandAfter
              ? band(row.bandAfter)
              : `${band(row.bandBefore)} → ${band(row.bandAfter)}`,
          ])}
        />
      )}
    </section>
  )
}

function Figures({ head, rows }: { head: string[]; rows: ReactNode[][] }): ReactNode {
  return (
    <Sideways>
      <table className="gz-standard">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={head[column]} className={column > 1 || typeof cell === 'number' ? 'gz-number' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
