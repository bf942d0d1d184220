import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Finding, ImportRun } from '../../../contracts/imports/staff.ts'
import type { RunState } from '../../../contracts/imports/words.ts'
import { perform } from '../../access/action.ts'
import type { Context } from '../../access/context.ts'
import type { SheetKind } from '../sheet-kind.ts'
import { importRunById } from './queries/runs.ts'
import type { ImportQueue } from './queue.ts'
import { findingsOf } from './storage/findings.ts'
import type { Uploads } from './storage/uploads.ts'
import { confirmRun } from './actions/confirm.ts'
import { discardRun } from './actions/discard.ts'
import { uploadSheet } from './actions/upload.ts'
import { kindOf } from './sheets/kinds.ts'

export interface FileImport {
  path: string
  kind: string
  /** Only checks; nothing is recorded. */
  dryRun: boolean
  skipBad: boolean
  /** Hears of the run whenever it has moved on. */
  progress(run: ImportRun): void
}

export interface ImportReport {
  run: ImportRun
  findings: Finding[]
}

interface Means {
  kinds: readonly SheetKind[]
  uploads: Uploads
  queue: ImportQueue
}

const settled: readonly RunState[] = ['checked', 'unreadable', 'imported', 'interrupted', 'discarded']
const pollMs = 200

/** Upload, check and confirmation in one go, through the same queue as everybody's. Rows to correct are left unconfirmed. */
export async function importFile(
  ctx: Context,
  { kinds, uploads, queue }: Means,
  file: FileImport,
): Promise<ImportReport> {
  const kind = kindOf(kinds, file.kind)
  const skipBad = file.skipBad || kind.partial === true
  const id = await uploadSheet(ctx, uploads, {
    kind,
    name: basename(file.path),
    stream: createReadStream(file.path),
    perform: (action, input) => perform(ctx, action, input),
  })
  const report = async (run: ImportRun): Promise<ImportReport> => ({
    run,
    findings: await findingsOf(ctx.db, ctx.keys, id),
  })
  const wait = async () => {
    queue.wake(ctx)
    for (;;) {
      const run = await importRunById(ctx, kinds, id)
      file.progress(run)
      if (settled.includes(run.state)) return run
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  }
  const checked = await wait()
  const { counts } = checked
  const sound = counts.created + counts.changed + counts.unchanged > 0
  const mayConfirm =
    checked.state === 'checked' && sound && (skipBad || counts.refused + counts.perhapsSame === 0)
  if (mayConfirm && !file.dryRun) {
    await perform(ctx, confirmRun, { id, skipBad, decisions: {} })
    return await report(await wait())
  }
  const done = await report(checked)
  if (checked.state === 'checked') await perform(ctx, discardRun, { id })
  return done
}
