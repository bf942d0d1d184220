import type { Context } from '../../access/context.ts'
import type { FileStore } from '../../platform/files/store/file-store.ts'
import type { Module } from '../module.ts'
import { policy } from './policy.ts'
import { type OpenPicture, openPicture } from './queries/documents.ts'
import { documentRoutes } from './routes.ts'
import { StoredFiles } from './storage/stored-files.ts'
import { startSweeping } from './sweeping.ts'

export { type Attaching, attachDocuments, detachDocuments } from './actions/attach.ts'
export { showRecordsTo } from './actions/show-records.ts'
export { type Attachments, openAttachments } from './actions/attach-many.ts'
export { documentsOf, type OpenPicture } from './queries/documents.ts'

export interface DocumentsOptions {
  /** Where the files lie. */
  store: FileStore
  /** A folder of this machine for files on their way in. */
  incoming: string
}

export interface DocumentsModule extends Module {
  /** Removes, now and then, what nothing holds. @returns stop */
  /** Pictures by the record that holds them, for modules whose records residents see. */
  openPicture: OpenPicture
  startSweeping(context: Pick<Context, 'db' | 'clock'>): () => void
}

/** Files as evidence: taken in, looked into, kept with their hash, shown to whom they concern. */
export function documentsModule({ store, incoming }: DocumentsOptions): DocumentsModule {
  const means = { files: new StoredFiles(store), incoming }
  return {
    name: 'documents',
    uses: ['organisations'],
    policy,
    routes: documentRoutes(means),
    openPicture: openPicture(means),
    startSweeping: ({ db, clock }) => startSweeping(db, clock, means),
  }
}
