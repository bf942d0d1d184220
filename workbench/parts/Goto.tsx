import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface GotoProps {
  /** An address within the workbench, with its search: /evaluation/rounds/…?table=A.1 */
  to: string
  children: ReactNode
  className?: string
  /** It leads to the page that is shown. */
  current?: boolean
  /** Also told when it is followed into a new tab. */
  onFollow?: () => void
}

/** A real link whose address is made at run time (rows, figures, search results); Ctrl-click opens a new tab. */
export function Goto({ to, children, className, current = false, onFollow }: GotoProps): ReactNode {
  const router = useRouter()
  function follow(event: MouseEvent): void {
    onFollow?.()
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    void router.navigate({ href: to })
  }
  return (
    <a href={to} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
