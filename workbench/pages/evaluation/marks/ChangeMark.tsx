import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { score } from '../../../parts/format.ts'
import type { Direction } from './change.ts'
import './marks.css'

/** Which way a change goes once it is rounded as it is shown. */
export function directionOf(change: string): Direction {
  const shown = score(change)
  if (shown === '0.00') return 'same'
  return shown.startsWith('-') ? 'down' : 'up'
}

const arrows = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined />, same: <MinusOutlined /> }

/** Points more or fewer than the year before; nothing where there was no year before, or where one of the two lacks data. */
export function ChangeMark({
  change,
  incomparable = false,
}: {
  change: string | null
  incomparable?: boolean
}): ReactNode {
  const { t } = useTranslation('evaluation')
  if (change === null)
    return <span className="gz-faint">{t(incomparable ? 'incomparable' : 'noBefore')}</span>
  const direction = directionOf(change)
  return (
    <span className={`gz-change gz-change-${direction}`}>
      <span aria-hidden>{arrows[direction]}</span>
      <span className="gz-hidden">{t(`change.${direction}`)}</span>
      {direction === 'same' ? '' : score(change).replace('-', '')}
    </span>
  )
}
