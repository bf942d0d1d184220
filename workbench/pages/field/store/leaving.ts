import { openFieldDatabase, removeFieldDatabase } from './database.ts'
import { forgetPerson, recallPerson } from './person.ts'
import { unsentIn } from './unsent.ts'

/** How much of this account's on-site grading has not been sent from this device. 0 where the page was never used on it. */
export async function unsentOn(accountId: string): Promise<number> {
  if (recallPerson()?.accountId !== accountId) return 0
  const db = await openFieldDatabase(accountId, () => undefined)
  const [entries, submissions] = await Promise.all([db.getAll('entries'), db.getAll('submissions')])
  db.close()
  return unsentIn({
    entries: new Map(entries.map((one, at) => [String(at), one])),
    submissions: new Map(submissions.map((one) => [one.taskId, one])),
  })
}

/** After signing out: unsent work stays locked under its account, everything else leaves the device. */
export async function leaveDevice(accountId: string): Promise<void> {
  const unsent = await unsentOn(accountId)
  forgetPerson()
  if (unsent === 0) await removeFieldDatabase(accountId)
}
