import { useEffect, useState } from 'react'

/** Whoever has touched nothing for so long is taken to have gone. */
const quietMs = 5 * 60_000

/**
 * Whether somebody is at the screen. What asks the server by itself stops when nobody is, so that it does not keep a
 * forgotten session open.
 */
export function useRecentlyActive(): boolean {
  const [isActive, setActive] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setActive(false), quietMs)
    function moved(): void {
      clearTimeout(timer)
      timer = setTimeout(() => setActive(false), quietMs)
      setActive(true)
    }
    const signs = ['pointerdown', 'keydown', 'scroll'] as const
    for (const sign of signs) window.addEventListener(sign, moved, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, moved)
    }
  }, [])
  return isActive
}
