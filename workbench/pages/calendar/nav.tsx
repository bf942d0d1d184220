import { CalendarOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'calendar',
  to: '/calendar',
  icon: <CalendarOutlined />,
  verbs: ['calendar.see'],
  system: true,
}
