import { MessageOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'petitions',
  to: '/petitions',
  icon: <MessageOutlined />,
  verbs: ['petitions.see', 'petitions.work', 'petitions.see-whistles'],
}
