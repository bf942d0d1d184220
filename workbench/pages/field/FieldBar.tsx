import { MenuOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldMenu } from './FieldMenu.tsx'
import { SyncMark } from './SyncMark.tsx'

/** Where one is, and whether everything has been sent. */
export function FieldBar(): ReactNode {
  const { t } = useTranslation('field')
  const { taskId } = useParams({ strict: false })
  const [isOpen, setOpen] = useState(false)
  return (
    <header className="gz-field-bar">
      {taskId === undefined ? (
        <span className="gz-field-brand">{t('title')}</span>
      ) : (
        <Link to="/field" className="gz-field-back">
          <span aria-hidden>‹</span> {t('toTasks')}
        </Link>
      )}
      <SyncMark />
      <button
        type="button"
        className="gz-field-plain"
        aria-label={t('menu.open')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <MenuOutlined aria-hidden />
      </button>
      <FieldMenu isOpen={isOpen} onClose={() => setOpen(false)} />
    </header>
  )
}
