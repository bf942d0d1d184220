import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  MinusCircleOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import './marks.css'

/** What a state means to the person, whatever the module calls it. */
export type StateKind = 'waiting' | 'doing' | 'done' | 'info' | 'warning' | 'overdue' | 'refused' | 'ended'

const icons: Record<StateKind, ReactNode> = {
  waiting: <ClockCircleOutlined />,
  doing: <SyncOutlined />,
  done: <CheckCircleOutlined />,
  info: <InfoCircleOutlined />,
  warning: <WarningOutlined />,
  overdue: <ExclamationCircleOutlined />,
  refused: <CloseCircleOutlined />,
  ended: <MinusCircleOutlined />,
}

/** A state as icon and word; colour only repeats what both say. */
export function StateTag({ kind, word }: { kind: StateKind; word: string }): ReactNode {
  return (
    <span className={`gz-tag gz-tag-${kind}`}>
      <span aria-hidden>{icons[kind]}</span>
      {word}
    </span>
  )
}
