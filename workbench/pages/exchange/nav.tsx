import { ApiOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'webhooks',
  to: '/webhooks',
  icon: <ApiOutlined />,
  verbs: ['exchange.manage-webhooks'],
  system: true,
}
