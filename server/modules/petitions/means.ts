import type { Db } from '../../platform/database/database.ts'
import type { Calendar } from '../../values/working-days.ts'
import type { LimitOn } from './rules/terms.ts'

/** What the composition root hands the module. */
export interface PetitionMeans {
  demo: boolean
  /** The calendar as it stands. */
  calendarOf(db: Db): Promise<Calendar>
  /** Dated limits of the rule-book. */
  limits: LimitOn
}
