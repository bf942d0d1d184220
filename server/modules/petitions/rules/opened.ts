import { addDays, shanghaiDay, type Day } from '../../../values/days.ts'

const daysOpen = 7

/** An identity that was opened stays so for whoever asked on the day of the agreement and the six after it. */
export const isStillOpen = (settledAt: string | null, today: Day): boolean =>
  settledAt !== null && today < addDays(shanghaiDay(new Date(settledAt)), daysOpen)
