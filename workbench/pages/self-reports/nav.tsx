import { FormOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'selfReports',
  to: '/self-reports',
  icon: <FormOutlined />,
  verbs: ['self-reports.see', 'self-reports.see-contests'],
}
