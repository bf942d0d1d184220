import { NotificationOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'publicity',
  to: '/publicity',
  icon: <NotificationOutlined />,
  verbs: [
    'publicity.answer-objections',
    'publicity.see-appeals',
    'publicity.file-appeal',
    'publicity.see-corrections',
  ],
}
