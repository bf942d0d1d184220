import { type ReactNode, useEffect, useRef } from 'react'
import { Goto } from './Goto.tsx'
import './page.css'

interface LinkTabsProps {
  /** Names the group for those who do not see it. */
  label: string
  tabs: { to: string; label: ReactNode; here: boolean }[]
}

/** Neighbouring pages as a row of links; the one shown is marked. */
export function LinkTabs({ label, tabs }: LinkTabsProps): ReactNode {
  const row = useRef<HTMLElement>(null)
  const here = tabs.find((tab) => tab.here)?.to
  // On a phone the row is longer than the screen: the page shown must not stand outside it.
  useEffect(() => {
    const shown = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (here === undefined || !row.current || !shown) return
    // Sideways only: what brings it into view by itself would scroll the page too.
    row.current.scrollLeft = shown.offsetLeft - (row.current.clientWidth - shown.offsetWidth) / 2
  }, [here])
  return (
    <nav ref={row} aria-label={label} className="gz-linktabs gz-noprint">
      <ul>
        {tabs.map(({ to, label: name, here: shown }) => (
          <li key={to}>
            <Goto to={to} current={shown}>
              {name}
            </Goto>
          </li>
        ))}
      </ul>
    </nav>
  )
}
