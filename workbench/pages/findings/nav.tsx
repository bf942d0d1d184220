import { AuditOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'findings',
  to: '/findings',
  icon: <AuditOutlined />,
  verbs: ['findings.see-incidents', 'findings.see-decisions'],
}
