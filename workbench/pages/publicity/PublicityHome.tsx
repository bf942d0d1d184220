import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../api/session.ts'
import { firstPart } from './PublicityTabs.tsx'

/** Where the navigation leads: to the part that is this person's. */
export function PublicityHome(): ReactNode {
  return <Navigate to={firstPart(useMe())} replace />
}
