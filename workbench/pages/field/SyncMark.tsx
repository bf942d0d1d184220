import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  DisconnectOutlined,
  EditOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldState, useOnline, useSyncState } from './field-context.ts'
import { needingDecision, unfinishedIn, unsentIn } from './store/unsent.ts'

/** Icon and word: how what was graded stands between this device and the server. */
export function SyncMark(): ReactNode {
  const { t } = useTranslation('field')
  const state = useFieldState()
  const { isRunning, end } = useSyncState()
  const online = useOnline()
  const unfinished = unfinishedIn(state)
  const count = unsentIn(state) - unfinished
  const stuck = needingDecision(state)
  const [icon, words, look] =
    stuck > 0
      ? [<WarningOutlined key="i" />, t('sync.stuck', { count: stuck }), 'alert']
      : !online || end === 'no-connection'
        ? [<DisconnectOutlined key="i" />, t('sync.offline', { count }), 'waits']
        : isRunning && count > 0
          ? [<SyncOutlined key="i" />, t('sync.running'), 'waits']
          : count > 0
            ? [<ClockCircleOutlined key="i" />, t('sync.waiting', { count }), 'waits']
            : unfinished > 0
              ? [<EditOutlined key="i" />, t('sync.unfinished', { count: unfinished }), 'waits']
              : [<CheckCircleOutlined key="i" />, t('sync.done'), 'done']
  return (
    <span className={`gz-field-mark gz-field-mark-${look}`} role="status">
      <span aria-hidden>{icon}</span> {words}
    </span>
  )
}
