import { ImportOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

/** Whoever may record a kind of thing singly may import it; each of these verbs opens at least one sheet. */
export const nav: NavEntry = {
  key: 'imports',
  to: '/imports',
  icon: <ImportOutlined />,
  verbs: [
    'organisations.change-divisions',
    'organisations.record-compounds',
    'organisations.record-bodies',
    'organisations.record-posts',
    'organisations.record-staffing',
    'party-organisations.record-organisations',
    'evaluation.declare-facts',
    'accounts.create',
  ],
}
