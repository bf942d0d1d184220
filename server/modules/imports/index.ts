import type { Actor } from '../../access/actor.ts'
import type { Context } from '../../access/context.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Module } from '../module.ts'
import type { SheetKind } from '../sheet-kind.ts'
import { policy } from './policy.ts'
import { importTodos } from './queries/todos.ts'
import { ImportQueue } from './queue.ts'
import { importRoutes } from './routes.ts'
import { Uploads } from './storage/uploads.ts'
import { sweep } from './sweeping.ts'

export { type FileImport, importFile, type ImportReport } from './import-file.ts'

export interface ImportsOptions {
  /** Every kind of sheet that the modules take. */
  sheets: readonly SheetKind[]
  /** Where uploaded files lie, sealed. */
  folder: string
  /** Whoever uploaded, with the rights of today; undefined once the account is closed. */
  actor(id: string): Promise<Actor | undefined>
  /** Whether exported lists carry the mark of a demonstration. */
  demo: boolean
}

export interface ImportsModule extends Module {
  kinds: readonly SheetKind[]
  queue: ImportQueue
  uploads: Uploads
  /** Takes up what an earlier process left, and sweeps every six hours. */
  resume(context: Omit<Context, 'actor'>): Promise<void>
  /** Clears what nobody needs after thirty days. */
  sweep(context: Omit<Context, 'actor'>): Promise<void>
  stop(): Promise<void>
}

const sixHours = 6 * 3_600_000

/** Spreadsheets in: templates, upload, check, confirmation, receipt. Which sheets there are is the modules' own matter. */
export function importsModule({ sheets, folder, actor, demo }: ImportsOptions): ImportsModule {
  const uploads = new Uploads(folder)
  const queue = new ImportQueue({ kinds: sheets, uploads, actor })
  let sweeping: Loop | undefined
  return {
    name: 'imports',
    uses: ['organisations'],
    policy,
    todos: [importTodos],
    routes: importRoutes({ kinds: sheets, uploads, queue, demo }),
    kinds: sheets,
    queue,
    uploads,
    async resume(context) {
      await queue.resume(context)
      // A sweep that fails has lost nothing: the next one finds the same.
      sweeping = startLoop({ everyMs: sixHours, round: () => sweep(context, uploads), warn: () => undefined })
    },
    sweep: (context) => sweep(context, uploads),
    async stop() {
      await Promise.all([sweeping?.stop(), queue.stop()])
    },
  }
}
