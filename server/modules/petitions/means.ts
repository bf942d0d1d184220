import type { Db } from '../../platform/database/database.ts'
import type { PetitionCategory } from '../../rulebook/schema/petition-categories.ts'
import type { Calendar } from '../../values/working-days.ts'
import type { OpenPicture } from '../documents/index.ts'
import type { LimitOn, StatedOn } from './rules/terms.ts'

/** What the composition root hands the module. */
export interface PetitionMeans {
  demo: boolean
  /** The calendar as it stands. */
  calendarOf(db: Db): Promise<Calendar>
  /** Dated limits of the rule-book. */
  limits: LimitOn
  /** Their clauses, and whether the city has decided them. */
  stated: StatedOn
  /** Where the public reaches this installation: short messages then carry a link. */
  address?: string
  /** Matters that are shipped, put in where the installation lacks them. */
  categories: readonly PetitionCategory[]
  /** A picture that a record holds; whoever asks has made sure that the asker sees the record. */
  openPicture: OpenPicture
}
