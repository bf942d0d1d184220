import { type AnyRouter, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface ToProps {
  /** A page of this site, its parts filled in: /results/…/… */
  to: string
  search?: Record<string, string | undefined>
  className?: string
  children: ReactNode
  /** Marks the link to the page that is open. */
  current?: boolean
}

/**
 * A link to a page of this site. Two sites share one type check, and the registered router is the workbench's, hence the
 * open router type.
 */
export function To({ to, search = {}, className, children, current }: ToProps): ReactNode {
  return (
    <Link<AnyRouter, string, string, string, string>
      to={to}
      search={search}
      {...(className ? { className } : {})}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </Link>
  )
}

/** Goes to a page of this site. */
export function useGo(): (
  to: string,
  search?: Record<string, string | undefined>,
  replace?: boolean,
) => void {
  const navigate = useNavigate<AnyRouter>()
  return (to, search = {}, replace = false) => void navigate({ to, search, replace })
}
