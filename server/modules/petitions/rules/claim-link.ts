/** What a link in a short message carries: the claim's number and a proof that we wrote it. */
export const linkPattern = /^(SQ\d{8}-\d{6,9})\.([A-Za-z0-9_-]{22})$/

/** The page that a link in a short message opens. */
export const linkPath = (token: string): string => `/public/c/${token}`

/** What the proof is made over. */
export const linkText = (number: string): string => `claim link ${number}`
