import { AuditOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'grading',
  to: '/grading',
  icon: <AuditOutlined />,
  verbs: ['grading.see-tasks', 'grading.grade'],
}
