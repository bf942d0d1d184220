import type { Context } from '../access/context.ts'
import type { Audience } from '../access/tell.ts'
import type { Calendar } from '../values/working-days.ts'

/** A deadline whose day is another one now that the calendar knows more. */
export interface Moved {
  /** The record that carries it: a resource's name and an id. */
  resource: string
  id: string
  /** Names the record and its deadline, as in «…由 A 改为 B»; holds nothing personal. */
  title: string
  titleEn: string
  /** The workbench's page of the record, beginning with '/'. */
  link: string
  /** The day before and after; provisional (暂定) where the calendar did not, or does not, know it officially. */
  before: string
  wasProvisional: boolean
  after: string
  isProvisional: boolean
  /** Who is told. */
  tell: readonly Audience[]
}

/** A module that keeps deadlines. app.ts hands the sources to the calendar, which imports none of them. */
export interface DeadlineSource {
  name: string
  /**
   * Counts again, by this calendar, every deadline that is still running, and records those that differ, in the
   * caller's transaction. @returns those that moved, and those that are official now although their day stayed
   */
  recompute(ctx: Context, calendar: Calendar): Promise<Moved[]>
}
