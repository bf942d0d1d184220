import type { ReactNode } from 'react'
import { Goto } from './Goto.tsx'
import './page.css'

interface LinkTabsProps {
  /** Names the group for those who do not see it. */
  label: string
  tabs: { to: string; label: ReactNode; here: boolean }[]
}

/** Neighbouring pages as a row of links; the one shown is marked. */
export function LinkTabs({ label, tabs }: LinkTabsProps): ReactNode {
  return (
    <nav aria-label={label} className="gz-linktabs gz-noprint">
      <ul>
        {tabs.map(({ to, label: name, here }) => (
          <li key={to}>
            <Goto to={to} current={here}>
              {name}
            </Goto>
          </li>
        ))}
      </ul>
    </nav>
  )
}
