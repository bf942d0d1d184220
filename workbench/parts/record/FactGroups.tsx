import type { ReactNode } from 'react'
import { Unknown } from '../marks/Unknown.tsx'
import './record.css'

export interface Fact {
  label: string
  /** null and undefined show 未知; say <NotApplicable/> where it does not apply. */
  value: ReactNode
  /** One sentence under the value. */
  hint?: string
  wide?: boolean
}

export interface FactGroup {
  title: string
  facts: Fact[]
  /** At the group's right end: "修改", "查看全部". */
  action?: ReactNode
}

/** Labelled facts in titled groups. */
export function FactGroups({ groups }: { groups: FactGroup[] }): ReactNode {
  return groups.map(({ title, facts, action }) => (
    <section key={title} className="gz-card" aria-label={title}>
      <div className="gz-section-head">
        <h2>{title}</h2>
        {action}
      </div>
      <dl className="gz-facts">
        {facts.map(({ label, value, hint, wide }) => (
          <div key={label} className={wide ? 'gz-fact-wide' : undefined}>
            <dt>{label}</dt>
            <dd>
              {value ?? <Unknown />}
              {hint !== undefined && <span className="gz-fact-hint">{hint}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
