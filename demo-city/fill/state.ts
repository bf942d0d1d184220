import { doneOnce } from '../../server/platform/database/done-once.ts'
import type { Db } from '../../server/platform/database/database.ts'
import { shanghaiDay } from '../../server/values/days.ts'
import type { Size } from '../ground/model.ts'

const prefix = 'demo-city'

/** Names under which the database keeps what was done. */
export const marks = {
  begun: (size: Size) => `${prefix} ${size} begun`,
  step: (name: string) => `${prefix} ${name}`,
  account: (name: string) => `${prefix} account ${name}`,
  complete: `${prefix} complete`,
}

/** What an installation's demonstration is: none yet, of a size and cut short, or whole. */
export interface DemoState {
  size: Size | null
  /** The day on which it was begun: it decides the years, also when it is finished on a later one. */
  today: string | null
  complete: boolean
  done: ReadonlySet<string>
}

export async function demoState(db: Db): Promise<DemoState> {
  const known = await doneOnce(db, prefix)
  const size = (['small', 'city', 'tenth'] as const).find((one) => known.has(marks.begun(one))) ?? null
  const at = size && known.get(marks.begun(size))
  return {
    size,
    today: at ? shanghaiDay(new Date(at)) : null,
    complete: known.has(marks.complete),
    done: new Set(known.keys()),
  }
}
