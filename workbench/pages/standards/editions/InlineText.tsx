import { Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDraft } from './useDraft.tsx'

interface InlineTextProps {
  value: string
  /** What it is, for those who do not see the column. */
  label: string
  /** Several lines. */
  long?: boolean
  numeric?: boolean
  faulty?: boolean
  save: (value: string, base: number) => Promise<boolean>
}

/** A cell that is edited where it stands and saved when it is left; Escape takes back what was typed. */
export function InlineText({
  value,
  label,
  long = false,
  numeric = false,
  faulty = false,
  save,
}: InlineTextProps): ReactNode {
  const { draft, mayEdit } = useDraft()
  const [typed, setTyped] = useState(value)
  // The version that was seen when the edit began: what others changed since must not be overwritten.
  const base = useRef<number | null>(null)
  useEffect(() => {
    if (base.current === null) setTyped(value)
  }, [value])
  if (!mayEdit) return <span className={numeric ? 'gz-number' : ''}>{value}</span>
  async function leave(): Promise<void> {
    const seen = base.current ?? draft.version
    base.current = null
    if (typed.trim() === '' || typed.trim() === value) return setTyped(value)
    if (!(await save(typed.trim(), seen))) setTyped(value)
  }
  const shared = {
    value: typed,
    'aria-label': label,
    ...(faulty ? { status: 'error' as const } : {}),
    onFocus: () => {
      base.current = draft.version
    },
    onBlur: () => void leave(),
  }
  return long ? (
    <Input.TextArea
      {...shared}
      autoSize
      maxLength={500}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(value)
      }}
    />
  ) : (
    <Input
      {...shared}
      className={numeric ? 'gz-inline-number' : ''}
      maxLength={20}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={(event) => event.currentTarget.blur()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(value)
      }}
    />
  )
}
