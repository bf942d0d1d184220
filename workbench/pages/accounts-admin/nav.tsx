import { TeamOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'accounts',
  to: '/accounts',
  icon: <TeamOutlined />,
  verbs: ['accounts.see'],
  system: true,
}
