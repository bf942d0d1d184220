import { SwapOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import './sideways.css'

/** A table that may be wider than the screen: scrolls by itself, and says so where there is more to see. */
export function Sideways({ children }: { children: ReactNode }): ReactNode {
  const t = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const [wider, setWider] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const watch = new ResizeObserver(() => setWider(current.scrollWidth > current.clientWidth + 1))
    for (const watched of [current, ...current.children]) watch.observe(watched)
    return () => watch.disconnect()
  }, [])
  return (
    <>
      {wider && (
        <p className="gz-sideways-hint gz-noprint">
          <SwapOutlined aria-hidden /> {t('table.sideways')}
        </p>
      )}
      {/* Whoever has no pointer scrolls it with the arrow keys. */}
      <div
        ref={frame}
        className="gz-sideways"
        {...(wider && { tabIndex: 0, role: 'group', 'aria-label': t('table.sideways') })}
      >
        {children}
      </div>
    </>
  )
}
