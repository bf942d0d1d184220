import { TrophyOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'evaluation',
  to: '/evaluation',
  icon: <TrophyOutlined />,
  verbs: ['evaluation.see-rounds', 'evaluation.see-facts'],
}
