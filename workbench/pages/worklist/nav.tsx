import { CheckSquareOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = { key: 'worklist', to: '/', icon: <CheckSquareOutlined />, verbs: [] }
