import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'archives',
  to: '/archives',
  icon: <SafetyCertificateOutlined />,
  verbs: ['archives.see-rounds'],
}
