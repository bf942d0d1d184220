export const reportsAddress = '/self-reports'
export const contestsAddress = '/self-reports/contests'
export const reportAddress = (id: string): string => `${reportsAddress}/${id}`
export const contestAddress = (id: string): string => `${contestsAddress}/${id}`
/** The score's own page with the row opened: records, limit, clause. */
export const pointAddress = (round: string, subject: string, row?: string): string =>
  `/evaluation/rounds/${round}/subjects/${subject}${row === undefined ? '' : `?row=${row}`}`
