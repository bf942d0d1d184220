import type { Key } from '../app/words.ts'

export interface SitePage {
  to: string
  word: Key
  /** A path of 24 × 24. */
  sign: string
}

/** The pages that are always in reach. */
export const sitePages: readonly SitePage[] = [
  { to: '/', word: 'nav.home', sign: 'M4 11.5 12 4l8 7.5V20h-5.5v-5h-5v5H4z' },
  { to: '/report', word: 'nav.report', sign: 'M12 5v14M5 12h14' },
  { to: '/results', word: 'nav.results', sign: 'M4 6h16M4 12h16M4 18h10' },
  { to: '/publicity', word: 'nav.publicity', sign: 'M4 5h16v11H9l-5 4z' },
  { to: '/open-data', word: 'nav.data', sign: 'M5 20V10M12 20V4M19 20v-7' },
]

export const isOn = (path: string, to: string): boolean =>
  to === '/' ? path === '/' || path === '' : path.startsWith(to)
