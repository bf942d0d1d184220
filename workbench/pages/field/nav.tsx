import { MobileOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'field',
  to: '/field',
  icon: <MobileOutlined />,
  verbs: ['grading.grade'],
}
