/** Which way a change goes. */
export type Direction = 'up' | 'down' | 'same'

/** The change from one exact decimal to another, as exact; null where there was none before. */
export function changeOf(now: string, before: string | null): string | null {
  if (before === null) return null
  const places = Math.max(decimalsOf(now).length, decimalsOf(before).length)
  const difference = unitsOf(now, places) - unitsOf(before, places)
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0')
  const sign = difference < 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const decimalsOf = (figure: string): string => figure.split('.')[1] ?? ''
/** "1.5" with 3 places → 1500. */
const unitsOf = (figure: string, places: number): bigint =>
  BigInt(`${figure.split('.')[0] ?? '0'}${decimalsOf(figure).padEnd(places, '0')}`)
