import type { ReactNode } from 'react'
import type { rowStates } from '../../../contracts/evaluation/words.ts'
import { drawn, rounded, score } from '../format.ts'
import { useWords } from '../words.ts'
import { NotApplicable, Unknown } from './Unknown.tsx'
import './marks.css'

interface PointsBarProps {
  /** Exact decimal or fraction; null unless scored. */
  points: string | number | null
  of: string | number
  /** A fact that is missing is never a silent 0. */
  state?: (typeof rowStates)[number]
  /** Why it does not apply. */
  reason?: string
}

/** 14 → "14", 2.5 → "2.5": what the table prints as full points. */
function full(of: string | number): string {
  return rounded(of, 2).replace(/\.?0+$/, '')
}

/** Points as a slim bar with the figure; the bar starts at 0 and ends at the row's full points. */
export function PointsBar({ points, of, state = 'scored', reason }: PointsBarProps): ReactNode {
  const t = useWords()
  if (state === 'not-applicable') return <NotApplicable reason={reason ?? t('points.notApplicable')} />
  if (points === null || state === 'missing') return <Unknown why={reason ?? t('points.missing')} />
  const most = drawn(of)
  const share = most > 0 ? Math.min(1, Math.max(0, drawn(points) / most)) : 0
  return (
    <span className="gz-points">
      <span className="gz-points-track" aria-hidden>
        <span
          className={share === 1 ? 'gz-points-bar gz-points-full' : 'gz-points-bar'}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="gz-points-figure gz-number">
        {score(points)}
        <span className="gz-faint"> / {full(of)}</span>
      </span>
      {state === 'no-matter' && <span className="gz-faint">{t('points.noMatter')}</span>}
    </span>
  )
}
