import { z } from 'zod'
import { day, words } from './primitives.ts'

/** One festival of a year's notice: the days off from its first to its last, and the make-up working days for them. */
const holiday = z.strictObject({ festival: words, first: day, last: day, work: z.array(day) })

/** The official notice on a year's holidays, as data. */
export const calendarFile = z.strictObject({
  year: z.number().int().min(2000).max(2099),
  title: words,
  /** 国办发明电〔2024〕12号; null where the published copies print none. */
  number: words.nullable(),
  issuer: words,
  issuedOn: day,
  holidays: z.array(holiday).min(1),
})

export type Holiday = z.infer<typeof holiday>
export type CalendarNotice = z.infer<typeof calendarFile>
