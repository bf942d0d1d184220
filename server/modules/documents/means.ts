import type { StoredFiles } from './storage/stored-files.ts'

/** Where the bytes of documents lie. */
export interface DocumentMeans {
  files: StoredFiles
  /** A folder for files on their way in. */
  incoming: string
}
