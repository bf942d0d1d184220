import type { ReactNode } from 'react'

export interface NavEntry {
  /** Also its text: shell:nav.<key>. */
  key: string
  to: string
  icon: ReactNode
  /** Any one of these opens it; none means everybody signed in. */
  verbs: string[]
  /** Under the heading 系统. */
  system?: boolean
}
