import type { ReactNode } from 'react'
import { count } from '../../../parts/format.ts'
import './marks.css'

/** So many of so many as a slim bar with the figures. */
export function ShareBar({ done, of }: { done: number; of: number }): ReactNode {
  const share = of === 0 ? 0 : done / of
  return (
    <span className="gz-share">
      <span className="gz-share-track" aria-hidden>
        <span className={share === 1 ? 'gz-share-full' : undefined} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="gz-number">
        {count(done)} <span className="gz-faint">/ {count(of)}</span>
      </span>
    </span>
  )
}
