import type { Context } from '../../access/context.ts'
import { recordAudit } from '../../platform/audit/record.ts'
import { run } from './policy.ts'
import { refuse } from './problems.ts'
import { clearNeverImported, endedBefore, fileDays, giveUpUnconfirmed } from './storage/runs.ts'
import type { Uploads } from './storage/uploads.ts'

/**
 * Clears what nobody needs after thirty days: files of imports that ended, and of imports that were checked and never
 * confirmed the results too, which quote cells that may name persons. Receipts of what was imported stay.
 */
export async function sweep({ db, keys, clock }: Omit<Context, 'actor'>, uploads: Uploads): Promise<void> {
  const at = clock.now().toISOString()
  const long = new Date(clock.now().getTime() - fileDays * 86_400_000).toISOString()
  const { code, zh, en } = refuse('never-confirmed', { days: fileDays })
  const givenUp = await db.transaction().execute(async (trx) => {
    const ids = await giveUpUnconfirmed(trx, long, at, { code, zh, en })
    const [first] = ids
    const summary = `${ids.length} 次导入检查后 ${fileDays} 天未确认，已放弃`
    const line = { resource: run.name, id: first ?? '', summary, detail: { runs: ids } }
    if (first) await recordAudit(trx, keys, { at, actorId: null, verb: 'imports.confirm', line })
    await clearNeverImported(trx, long, ids)
    return ids
  })
  const ended = (await endedBefore(db, long)).map(({ id }) => id)
  for (const id of [...givenUp, ...ended]) await uploads.remove(id)
}
