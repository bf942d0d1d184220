import { useEffect, type ReactNode } from 'react'
import { useWords } from './words.ts'
import { Goto } from './Goto.tsx'
import './page.css'

export interface Crumb {
  label: string
  to: string
}

interface PageHeadProps {
  title: string
  /** Pages above this one; the last is where "up" leads. */
  crumbs?: Crumb[]
  /** Beside the title: state, owner, deadline. */
  beside?: ReactNode
  /** One sentence: the question this page answers. */
  intro?: ReactNode
  actions?: ReactNode
}

/** The only h1 of a page; it names the browser's tab too. */
export function PageHead({ title, crumbs = [], beside, intro, actions }: PageHeadProps): ReactNode {
  const t = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <header className="gz-head">
      {crumbs.length > 0 && (
        <nav aria-label={t('page.crumbs')} className="gz-crumbs gz-noprint">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Goto to={crumb.to}>{crumb.label}</Goto>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="gz-head-row">
        <h1>{title}</h1>
        {beside !== undefined && <div className="gz-head-beside">{beside}</div>}
        {actions !== undefined && <div className="gz-head-actions gz-noprint">{actions}</div>}
      </div>
      {intro !== undefined && <p className="gz-head-intro">{intro}</p>}
    </header>
  )
}
