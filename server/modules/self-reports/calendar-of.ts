import type { Db } from '../../platform/database/database.ts'
import type { Calendar } from '../../values/working-days.ts'

/** The working days as they are known now. */
export type CalendarOf = (db: Db) => Promise<Calendar>
