import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { GradingTask } from '../../../../contracts/grading/staff.ts'
import type { Entry, FieldFile, Submission } from './entry.ts'

interface FieldSchema extends DBSchema {
  /** One record, `taken`: when the tasks were fetched, as the server's clock says. */
  notes: { key: string; value: string }
  tasks: { key: string; value: GradingTask }
  entries: { key: string; value: Entry }
  files: { key: string; value: FieldFile }
  submissions: { key: string; value: Submission }
}
export type FieldDatabase = IDBPDatabase<FieldSchema>

/** Each account has a database of its own: whoever else signs in on this device neither sees nor sends what lies in it. */
const nameOf = (accountId: string): string => `gongzhi-field-${accountId}`

export const openFieldDatabase = (accountId: string, onClosed: () => void): Promise<FieldDatabase> =>
  openDB<FieldSchema>(nameOf(accountId), 1, {
    upgrade(database) {
      database.createObjectStore('notes')
      database.createObjectStore('tasks', { keyPath: 'id' })
      database.createObjectStore('entries')
      database.createObjectStore('files', { keyPath: 'id' })
      database.createObjectStore('submissions', { keyPath: 'taskId' })
    },
    terminated: onClosed,
  })

export const removeFieldDatabase = (accountId: string): Promise<void> => deleteDB(nameOf(accountId))
