import { date } from '../../parts/format.ts'

/** The calendar year in Beijing, whatever the machine's zone. */
export const currentYear = (): number => Number(date(new Date()).slice(0, 4))
