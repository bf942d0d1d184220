const prefix = 'gongzhi:'

/** What this browser remembers, or null; private windows and full disks answer null instead of failing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

/** Remembers a choice in this browser; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
  } catch {
    // A browser that keeps nothing works all the same, until it is closed.
  }
}
