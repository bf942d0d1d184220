import { MailOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

/** The demonstration's only: elsewhere nobody holds the verb. */
export const nav: NavEntry = {
  key: 'demoInbox',
  to: '/demo-inbox',
  icon: <MailOutlined />,
  verbs: ['notices.see-demo-inbox'],
  system: true,
}
