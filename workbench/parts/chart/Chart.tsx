import { Segmented, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Sideways } from '../table/Sideways.tsx'
import { useWords } from '../words.ts'
import type { ChartOption } from './Canvas.tsx'
import './chart.css'

// The drawing library weighs more than a page: fetched only where a chart is looked at.
const Canvas = lazy(() => import('./Canvas.tsx'))

export interface ChartTable {
  columns: { title: string; numeric?: boolean }[]
  rows: { key: string; cells: ReactNode[] }[]
}

export interface ChartProps {
  /** The finding or the question. */
  title: string
  /** What the picture shows, in one or two sentences, for those who do not see it. */
  text: string
  option: ChartOption
  /** The same figures to read. */
  table: ChartTable
  height?: number
  /** Opens the records behind a bar or point: series index, data index. */
  onOpen?: (series: number, datum: number) => void
}

/** A chart with its table beside it at one press; the table is what keyboard and screen reader use. */
export function Chart({ title, text, option, table, height = 280, onOpen }: ChartProps): ReactNode {
  const t = useWords()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const id = useId()
  return (
    <figure className="gz-card gz-chart" aria-labelledby={id}>
      <figcaption className="gz-section-head">
        <h2 id={id}>{title}</h2>
        <Segmented<'chart' | 'table'>
          className="gz-noprint"
          size="small"
          aria-label={t('chart.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: t('chart.chart') },
            { value: 'table', label: t('chart.table') },
          ]}
        />
      </figcaption>
      {view === 'table' ? (
        <FigureTable table={table} title={title} />
      ) : (
        <div role="img" aria-label={text} className="gz-chart-canvas" style={{ height }}>
          <Suspense fallback={<Skeleton active paragraph={{ rows: 5 }} />}>
            <Canvas option={option} onOpen={onOpen} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}

function FigureTable({ table, title }: { table: ChartTable; title: string }): ReactNode {
  return (
    <Sideways>
      <table aria-label={title}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={column.numeric ? 'gz-chart-number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td
                  key={table.columns[index]?.title}
                  className={table.columns[index]?.numeric ? 'gz-chart-number' : undefined}
                >
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
