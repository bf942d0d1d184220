import type { ReactNode } from 'react'

const signs = {
  running: 'M8 4.5V8l2.5 1.5M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  wrong: 'M4 4l8 8M12 4l-8 8',
} as const

/** A sign before a word, since colour alone says nothing to many. */
export function Sign({ of }: { of: keyof typeof signs }): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={signs[of]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** A state as sign and word. */
export function Tag({ tone, children }: { tone: 'running' | 'done'; children: ReactNode }): ReactNode {
  return (
    <span className={`tag ${tone}`}>
      <Sign of={tone} /> {children}
    </span>
  )
}
