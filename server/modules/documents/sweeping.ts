import type { Clock } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { clearIncoming } from '../../platform/files/receive.ts'
import type { DocumentMeans } from './means.ts'
import { deleteLoose, knownKeys } from './storage/documents.ts'

const hour = 3_600_000
/** An offline device submits within the day, or uploads again. */
const looseFor = 24 * hour
/** A file is recorded within seconds of being stored; one that is unknown after an hour was left by a kill. */
const orphanedAfter = hour
const every = 6 * hour
const batch = 500

/** Removes uploads that no record has held for a day, and stored files that no document knows. */
export async function sweep(db: Db, { files, incoming }: DocumentMeans, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  for (const fileKey of await deleteLoose(db, before(looseFor).toISOString())) await files.remove(fileKey)
  await clearIncoming(incoming)
  let old: { key: string; fileKey: string }[] = []
  const removeUnknown = async () => {
    const known = await knownKeys(
      db,
      old.map((file) => file.fileKey),
    )
    for (const { key, fileKey } of old) if (!known.has(fileKey)) await files.removeOne(key)
    old = []
  }
  for await (const file of files.list()) {
    if (file.at < before(orphanedAfter)) old.push(file)
    if (old.length === batch) await removeUnknown()
  }
  await removeUnknown()
}

/** Sweeps at once and every six hours; a failure waits for the next. @returns stop */
export function startSweeping(db: Db, clock: Clock, means: DocumentMeans): () => void {
  const pass = () => void sweep(db, means, clock.now()).catch(() => undefined)
  pass()
  const timer = setInterval(pass, every)
  timer.unref()
  return () => clearInterval(timer)
}
