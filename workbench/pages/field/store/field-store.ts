import type { GradingTask, KeptGrade } from '../../../../contracts/grading/staff.ts'
import { type FieldDatabase, openFieldDatabase } from './database.ts'
import { type Entry, type FieldFile, keyOf, type Row, type Submission } from './entry.ts'

export interface FieldState {
  tasks: readonly GradingTask[]
  /** When the tasks were fetched, as the server's clock says; null before the first time. */
  takenAt: string | null
  entries: ReadonlyMap<string, Entry>
  files: ReadonlyMap<string, FieldFile>
  submissions: ReadonlyMap<string, Submission>
  /** The device takes no more: `full` where room is missing, `closed` where it could not be written at all. */
  fault: 'full' | 'closed' | null
}

type Part = 'entries' | 'files' | 'submissions'

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** Everything of one account on this device: shown from memory, and written down with every change. */
export class FieldStore {
  readonly accountId: string
  #database: FieldDatabase | null = null
  #state: FieldState = {
    tasks: [],
    takenAt: null,
    entries: new Map(),
    files: new Map(),
    submissions: new Map(),
    fault: null,
  }
  #listeners = new Set<() => void>()
  #written: Promise<void> = Promise.resolve()
  #writes = 0
  #others: BroadcastChannel

  constructor(accountId: string) {
    this.accountId = accountId
    this.#others = new BroadcastChannel(`gongzhi-field-${accountId}`)
    // The page stands open twice: what the other changed is read anew.
    this.#others.onmessage = () => void this.#load()
  }

  get state(): FieldState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async open(): Promise<void> {
    try {
      this.#database = await openFieldDatabase(this.accountId, () => this.#set({ fault: 'closed' }))
      await this.#load()
    } catch {
      this.#set({ fault: 'closed' })
    }
  }

  close(): void {
    this.#others.close()
    this.#database?.close()
    this.#database = null
  }

  row(taskId: string, row: string): Row | undefined {
    return this.#state.tasks.find(({ id }) => id === taskId)?.rows.find(({ id }) => id === row)
  }

  putEntry(entry: Entry): Promise<void> {
    return this.#put('entries', keyOf(entry), entry, (db) => db.put('entries', entry, keyOf(entry)))
  }
  putFile(file: FieldFile): Promise<void> {
    return this.#put('files', file.id, file, (db) => db.put('files', file))
  }
  putSubmission(submission: Submission): Promise<void> {
    return this.#put('submissions', submission.taskId, submission, (db) => db.put('submissions', submission))
  }

  drop(part: Part, key: string): Promise<void> {
    const next = new Map<string, unknown>(this.#state[part])
    if (!next.delete(key)) return this.#written
    this.#set({ [part]: next })
    return this.#write((db) => db.delete(part, key))
  }

  /** How a row now stands on the server. */
  putGrade(grade: KeptGrade): Promise<void> {
    const task = this.#state.tasks.find(({ id }) => id === grade.taskId)
    if (!task) return this.#written
    const rows = task.rows.map((row) => (row.id === grade.row ? { ...row, grade, question: null } : row))
    return this.putTask({ ...task, rows })
  }

  putTask(task: GradingTask): Promise<void> {
    this.#set({ tasks: this.#state.tasks.map((one) => (one.id === task.id ? task : one)) })
    return this.#write((db) => db.put('tasks', task))
  }

  /** Takes over what the server answered. A task that went to somebody else stays while unsent work hangs on it. */
  async replaceTasks(fresh: readonly GradingTask[], takenAt: string): Promise<void> {
    const { tasks, entries, submissions, files } = this.#state
    const known = new Set(fresh.map(({ id }) => id))
    const held = new Set([...entries.values()].map(({ taskId }) => taskId))
    for (const { taskId, state } of submissions.values()) if (state === 'waiting') held.add(taskId)
    const kept = [...fresh, ...tasks.filter(({ id }) => !known.has(id) && held.has(id))]
    this.#set({ tasks: kept, takenAt })
    const stays = new Set(kept.map(({ id }) => id))
    for (const { id, taskId } of files.values()) if (!stays.has(taskId)) void this.drop('files', id)
    for (const { taskId } of submissions.values())
      if (!stays.has(taskId)) void this.drop('submissions', taskId)
    await this.#write(async (db) => {
      const change = db.transaction(['tasks', 'notes'], 'readwrite')
      await change.objectStore('tasks').clear()
      for (const task of kept) await change.objectStore('tasks').put(task)
      await change.objectStore('notes').put(takenAt, 'taken')
      await change.done
    })
  }

  #put(
    part: Part,
    key: string,
    value: unknown,
    write: (db: FieldDatabase) => Promise<unknown>,
  ): Promise<void> {
    this.#set({ [part]: new Map<string, unknown>(this.#state[part]).set(key, value) })
    return this.#write(write)
  }

  async #load(): Promise<void> {
    await this.#written
    const [db, writes] = [this.#database, this.#writes]
    if (!db) return
    const [tasks, entries, files, submissions, takenAt] = await Promise.all([
      db.getAll('tasks'),
      db.getAll('entries'),
      db.getAll('files'),
      db.getAll('submissions'),
      db.get('notes', 'taken'),
    ])
    // Something was changed here meanwhile: what was read is older than what is shown.
    if (writes !== this.#writes) return await this.#load()
    this.#set({
      tasks,
      takenAt: takenAt ?? null,
      entries: new Map(entries.map((one) => [keyOf(one), one])),
      files: new Map(files.map((one) => [one.id, one])),
      submissions: new Map(submissions.map((one) => [one.taskId, one])),
    })
  }

  #set(part: Partial<FieldState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }

  /** One after another, in the order of the changes. Never rejects: a fault is part of what is shown. */
  #write(write: (db: FieldDatabase) => Promise<unknown>): Promise<void> {
    this.#writes++
    this.#written = this.#written.then(async () => {
      if (!this.#database) return
      try {
        await write(this.#database)
        if (this.#state.fault === 'full') this.#set({ fault: null })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
        this.#others.postMessage('changed')
      } catch (error) {
        this.#set({ fault: isFull(error) ? 'full' : 'closed' })
      }
    })
    return this.#written
  }
}
