import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'audit',
  to: '/audit',
  icon: <SafetyCertificateOutlined />,
  verbs: ['audit-trail.see'],
  system: true,
}
