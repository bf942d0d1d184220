/** 4.2 before 4.10, 4.3 before 4.3.1, the annex last: objects keyed by number do not keep the papers' order. */
export const byNumber = (a: { id: string }, b: { id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true })
