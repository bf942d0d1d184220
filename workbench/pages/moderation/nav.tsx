import { FileSearchOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'moderation',
  to: '/moderation',
  icon: <FileSearchOutlined />,
  verbs: ['moderation.see'],
}
