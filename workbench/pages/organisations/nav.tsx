import { ApartmentOutlined } from '@ant-design/icons'
import type { NavEntry } from '../../layout/nav-entry.ts'

export const nav: NavEntry = {
  key: 'organisations',
  to: '/organisations',
  icon: <ApartmentOutlined />,
  verbs: ['organisations.see-places', 'organisations.see-compounds', 'organisations.see-bodies'],
}
