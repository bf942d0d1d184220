import { ReadOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'standards',
  to: '/standards',
  icon: <ReadOutlined />,
  verbs: ['standards.see'],
}
