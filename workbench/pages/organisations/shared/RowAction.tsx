import { Button } from 'antd'
import type { ReactNode } from 'react'
import './organisations.css'

interface RowActionProps {
  label: string
  /** What the row is about: read out, so that equal buttons can be told apart. */
  of: string
  onClick: () => void
}

/** Something done to one row, no higher than its text. */
export function RowAction({ label, of, onClick }: RowActionProps): ReactNode {
  return (
    <Button type="link" className="gz-row-action" aria-label={`${label} ${of}`} onClick={onClick}>
      {label}
    </Button>
  )
}
