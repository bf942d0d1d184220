import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useNarrow } from '../app/screen.ts'
import { focusRow } from './table/useOpeningRows.ts'
import { useWords } from './words.ts'

interface PagedDrawerProps {
  title: ReactNode
  /** The row that is open, or null. */
  opened: string | null
  /** All rows in their order, for the way to the one before and after. */
  all: string[]
  onOpen: (id: string) => void
  onClose: () => void
  children: ReactNode
}

/** A row of a table opened beside it, with the way to its neighbours; focus returns to the row when it closes. */
export function PagedDrawer({ title, opened, all, onOpen, onClose, children }: PagedDrawerProps): ReactNode {
  const t = useWords()
  const narrow = useNarrow()
  const last = useRef<string | null>(null)
  if (opened !== null) last.current = opened
  const index = opened === null ? -1 : all.indexOf(opened)
  const step = (by: number): string | undefined => (index < 0 ? undefined : all[index + by])
  const to = (by: number, icon: ReactNode, label: string) => (
    <Button
      type="text"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={step(by) === undefined}
      onClick={() => onOpen(step(by) ?? '')}
    />
  )
  return (
    <Drawer
      title={title}
      open={opened !== null}
      onClose={onClose}
      size={narrow ? '100%' : 600}
      className="gz-noprint"
      extra={
        <>
          {to(-1, <UpOutlined />, t('drawer.before'))}
          {to(1, <DownOutlined />, t('drawer.after'))}
        </>
      }
      afterOpenChange={(open) => {
        if (!open && last.current !== null) focusRow(last.current)
      }}
    >
      {children}
    </Drawer>
  )
}
