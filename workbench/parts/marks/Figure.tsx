import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Goto } from '../Goto.tsx'
import './marks.css'

export interface Change {
  direction: 'up' | 'down' | 'same'
  /** In words, with what it is compared with: "比去年高 3.20 分". */
  word: string
}

interface FigureProps {
  label: string
  /** Formatted; an <Unknown/> where there is none. */
  value: ReactNode
  unit?: string
  change?: Change
  /** The records behind the number. */
  to?: string
  note?: string
}

const arrows = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined />, same: <MinusOutlined /> }

/** A number that opens: label above, figure, change in words. */
export function Figure({ label, value, unit, change, to, note }: FigureProps): ReactNode {
  const inside = (
    <>
      <span className="gz-figure-label">{label}</span>
      <span className="gz-figure-value gz-number">
        {value}
        {unit !== undefined && <span className="gz-figure-unit"> {unit}</span>}
      </span>
      {change && (
        <span className="gz-figure-note">
          <span aria-hidden>{arrows[change.direction]}</span> {change.word}
        </span>
      )}
      {note !== undefined && <span className="gz-figure-note">{note}</span>}
    </>
  )
  return to === undefined ? (
    <div className="gz-figure">{inside}</div>
  ) : (
    <Goto to={to} className="gz-figure gz-figure-open">
      {inside}
    </Goto>
  )
}
