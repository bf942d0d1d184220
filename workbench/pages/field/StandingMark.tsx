import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export type Standing = 'open' | 'unfinished' | 'waiting' | 'sent' | 'conflict' | 'refused' | 'question'

const icons: Record<Standing, ReactNode> = {
  open: <MinusCircleOutlined />,
  unfinished: <EditOutlined />,
  waiting: <ClockCircleOutlined />,
  sent: <CheckCircleOutlined />,
  conflict: <WarningOutlined />,
  refused: <WarningOutlined />,
  question: <QuestionCircleOutlined />,
}

/** Never by colour alone: an icon and a word. */
export function StandingMark({ standing, words }: { standing: Standing; words: string }): ReactNode {
  return (
    <span className={`gz-field-standing gz-field-standing-${standing}`}>
      <span aria-hidden>{icons[standing]}</span> {words}
    </span>
  )
}
