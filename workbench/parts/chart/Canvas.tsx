import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  LineChart,
  type LineSeriesOption,
  RadarChart,
  type RadarSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  RadarComponent,
  type RadarComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { type ReactNode, useEffect, useRef } from 'react'
import { palette, series } from '../../app/theme.ts'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | RadarSeriesOption
  | ScatterSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | RadarComponentOption
>

use([
  BarChart,
  LineChart,
  RadarChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  LabelLayout,
  SVGRenderer,
])

const axis = {
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  axisLabel: { color: palette.inkSoft, fontSize: 12 },
  splitLine: { lineStyle: { color: palette.lineSoft } },
}
const look = {
  color: [...series],
  textStyle: { color: palette.ink },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: axis,
  radar: { axisName: { color: palette.inkSoft }, splitArea: { show: false } },
}

interface CanvasProps {
  option: ChartOption
  onOpen: ((series: number, datum: number) => void) | undefined
}

/** Draws as SVG: sharp in print and at 200 % zoom. */
export default function Canvas({ option, onOpen }: CanvasProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const opened = useRef(onOpen)
  opened.current = onOpen

  useEffect(() => {
    const element = place.current
    if (!element) return
    // Labels are measured before they are drawn, and what measures knows no 'inherit'.
    const { fontFamily } = getComputedStyle(element)
    const drawn = init(
      element,
      { ...look, textStyle: { ...look.textStyle, fontFamily } },
      { renderer: 'svg' },
    )
    chart.current = drawn
    drawn.on('click', ({ seriesIndex, dataIndex }) => opened.current?.(seriesIndex ?? 0, dataIndex))
    const size = new ResizeObserver(() => drawn.resize())
    size.observe(element)
    return () => {
      size.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.current?.setOption({ animation: !still, animationDuration: 300, ...option }, { notMerge: true })
  }, [option])
  return <div ref={place} className={onOpen ? 'gz-chart-open' : 'gz-chart-place'} />
}
