import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import './states.css'

interface EmptyStateProps {
  /** What will appear here. */
  title: string
  /** How to make it appear. */
  hint: string
  action?: ReactNode
  icon?: ReactNode
}

export function EmptyState({ title, hint, action, icon = <InboxOutlined /> }: EmptyStateProps): ReactNode {
  return (
    <div className="gz-state" role="status">
      <span className="gz-state-icon" aria-hidden>
        {icon}
      </span>
      <p className="gz-state-title">{title}</p>
      <p className="gz-state-text">{hint}</p>
      {action}
    </div>
  )
}
