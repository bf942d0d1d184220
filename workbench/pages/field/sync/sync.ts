import { v7 as uuid } from 'uuid'
import { whoAmI } from '../../../../contracts/accounts/staff.ts'
import { uploadDocument } from '../../../../contracts/documents/staff.ts'
import { myTasks, saveGrades, submitTask } from '../../../../contracts/grading/staff.ts'
import { call } from '../../../api/client.ts'
import { isPassing, NoConnection, Problem } from '../../../api/problem.ts'
import { upload } from '../../../api/upload.ts'
import { type Entry, type FieldFile, keyOf, type Submission, type Words } from '../store/entry.ts'
import type { FieldStore } from '../store/field-store.ts'
import { deviceId } from '../store/person.ts'
import { isReady, settled, toSend } from '../store/rules.ts'

/** How a pass ended. `other-person`: somebody else is signed in on this device by now, and nothing was sent. */
export type SyncEnd = 'done' | 'no-connection' | 'signed-out' | 'other-person' | 'failed'

/** So many grades go out at once. */
const batch = 40
const silent = { mayBeSignedOut: true }
/** A network that takes everything and answers nothing counts as none. */
const patienceMs = 30_000

/** Chrome knows AbortSignal.timeout since 103 only. */
function patience(ms = patienceMs): AbortSignal {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), ms)
  return stop.signal
}

/** One pass: photos and signatures, then grades, then what is handed in, then the tasks as they stand. Never rejects. */
export async function syncOnce(store: FieldStore): Promise<SyncEnd> {
  try {
    const me = await call(whoAmI, {}, { ...silent, signal: patience() })
    if (me.accountId !== store.accountId) return 'other-person'
    if (me.hold !== null) return 'signed-out'
    await sendFiles(store)
    await sendGrades(store)
    await sendSubmissions(store)
    const { tasks, at } = await call(myTasks, {}, { ...silent, signal: patience() })
    await store.replaceTasks(tasks, at)
    return 'done'
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return 'signed-out'
    const isLost = error instanceof NoConnection || error instanceof DOMException || isPassing(error)
    return isLost ? 'no-connection' : 'failed'
  }
}

const wordsOf = ({ detail, detailEn }: Problem): Words => ({ detail, detailEn })

/** What the person has to change; everything else is worth another try. */
const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 429].includes(error.status)

async function sendFiles(store: FieldStore): Promise<void> {
  for (const { id } of filesToSend(store).filter(isPlaced)) {
    // Taken away while another was on its way.
    const file = store.state.files.get(id)
    if (file?.bytes) await sendFile(store, file, file.bytes)
  }
}

/** What grades and those present refer to; what was taken away again stays here. */
function filesToSend(store: FieldStore): FieldFile[] {
  const { entries, files, submissions } = store.state
  const needed = new Set([...entries.values()].flatMap(({ photos }) => photos))
  for (const { attendance } of submissions.values())
    for (const { signatureId } of attendance) if (signatureId !== null) needed.add(signatureId)
  return [...files.values()].filter(
    ({ id, isSent, bytes, refusal }) => needed.has(id) && !isSent && bytes !== null && refusal === null,
  )
}

const isPlaced = ({ placeBy, latitude }: FieldFile): boolean => latitude !== null || Date.now() > placeBy

async function sendFile(store: FieldStore, file: FieldFile, bytes: Blob): Promise<void> {
  const { id, name, takenAt, latitude, longitude } = file
  const place: Record<string, string> = latitude === null || longitude === null ? {} : { latitude, longitude }
  try {
    await upload(uploadDocument, {
      file: new File([bytes], name, { type: bytes.type }),
      query: { id },
      fields: { takenAt, ...place },
      signal: patience(10 * patienceMs),
      onProgress: () => undefined,
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return await store.putFile({ ...file, refusal: wordsOf(error) })
  }
  const now = store.state.files.get(id)
  if (now) await store.putFile({ ...now, bytes: null, isSent: true })
}

/** Until nothing is ready any more: what is changed meanwhile goes out in the next turn. */
async function sendGrades(store: FieldStore): Promise<void> {
  const gone = new Set<string>()
  for (;;) {
    const ready = [...store.state.entries.values()]
      .filter((entry) => mayGo(store, entry) && !gone.has(entry.attempt?.sent.id ?? ''))
      .slice(0, batch)
    if (ready.length === 0) return
    const attempts = await Promise.all(ready.map((entry) => attempted(store, entry)))
    for (const { attempt } of attempts) if (attempt) gone.add(attempt.sent.id)
    await sendBatch(store, attempts)
  }
}

function mayGo(store: FieldStore, entry: Entry): boolean {
  const row = store.row(entry.taskId, entry.row)
  return row !== undefined && isReady(entry, row) && entry.photos.every((id) => hasArrived(store, id))
}

/** Of the server's own documents nothing lies here. */
const hasArrived = (store: FieldStore, id: string): boolean => store.state.files.get(id)?.isSent ?? true

/** What goes out is written down first: without an answer the very same goes out again. */
async function attempted(store: FieldStore, entry: Entry): Promise<Entry> {
  const row = store.row(entry.taskId, entry.row)
  if (entry.attempt !== null || !row) return entry
  const sent = toSend(entry, row, { id: uuid(), deviceId: deviceId(), ...placeOf(store, entry) })
  const attempt = { ...entry, attempt: { sent, change: entry.change } }
  await store.putEntry(attempt)
  return attempt
}

/** Where the row was graded: where its latest photo was taken that has a place. */
function placeOf(
  store: FieldStore,
  { photos }: Entry,
): { latitude: number | null; longitude: number | null } {
  const located = photos.map((id) => store.state.files.get(id)).findLast((file) => file?.latitude)
  if (!located?.latitude || !located.longitude) return { latitude: null, longitude: null }
  return { latitude: Number(located.latitude), longitude: Number(located.longitude) }
}

async function sendBatch(store: FieldStore, entries: readonly Entry[]): Promise<void> {
  const grades = entries.flatMap(({ attempt }) => (attempt ? [attempt.sent] : []))
  try {
    const { outcomes } = await call(saveGrades, { body: { grades } }, { ...silent, signal: patience() })
    for (const outcome of outcomes) {
      const key = entries.find(({ attempt }) => attempt?.sent.id === outcome.id)
      const now = key && store.state.entries.get(keyOf(key))
      if (now) await settle(store, now, outcome)
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    // The whole was refused for one of them: each by itself, so that one does not hold up the others.
    if (entries.length > 1) for (const entry of entries) await sendBatch(store, [entry])
    else if (entries[0]) await refused(store, entries[0], error)
  }
}

async function settle(store: FieldStore, now: Entry, outcome: Parameters<typeof settled>[1]): Promise<void> {
  const { entry, grade } = settled(now, outcome)
  if (entry) await store.putEntry(entry)
  else await store.drop('entries', keyOf(now))
  if (grade) await store.putGrade(grade)
}

async function refused(store: FieldStore, { taskId, row }: Entry, problem: Problem): Promise<void> {
  const now = store.state.entries.get(keyOf({ taskId, row }))
  if (now) await store.putEntry({ ...now, attempt: null, refusal: wordsOf(problem) })
}

/** Whether another pass would have anything to send: what waits for the person alone is not sent again and again. */
export function hasSendable(store: FieldStore): boolean {
  const { entries, files, submissions } = store.state
  const open = [...entries.values()]
  const isOpen = (id: string): boolean => open.some(({ taskId }) => taskId === id)
  const isRefused = (id: string): boolean => (files.get(id)?.refusal ?? null) !== null
  return (
    filesToSend(store).length > 0 ||
    open.some((entry) => {
      const row = store.row(entry.taskId, entry.row)
      return row !== undefined && isReady(entry, row) && !entry.photos.some(isRefused)
    }) ||
    [...submissions.values()].some(({ state, taskId }) => state === 'waiting' && !isOpen(taskId))
  )
}

/** A task is handed in after all its grades have arrived. */
async function sendSubmissions(store: FieldStore): Promise<void> {
  const unsent = new Set([...store.state.entries.values()].map(({ taskId }) => taskId))
  for (const submission of store.state.submissions.values()) {
    const { taskId, state, attendance } = submission
    const signed = attendance.every(
      ({ signatureId }) => signatureId === null || hasArrived(store, signatureId),
    )
    if (state === 'waiting' && !unsent.has(taskId) && signed) await sendSubmission(store, submission)
  }
}

async function sendSubmission(store: FieldStore, submission: Submission): Promise<void> {
  const { taskId, key, note } = submission
  const attendance = submission.attendance.map(({ who, signatureId }) => ({
    who,
    signatureDocumentId: signatureId,
  }))
  try {
    const sent = { params: { id: taskId }, body: { attendance, note } }
    const { state } = await call(submitTask, sent, { ...silent, key, signal: patience() })
    await store.putSubmission({ ...submission, state: 'done', refusal: null })
    const task = store.state.tasks.find(({ id }) => id === taskId)
    if (task) await store.putTask({ ...task, state })
  } catch (error) {
    if (!isRefusal(error)) throw error
    // Changed by the person and sent anew it is another handing in.
    await store.putSubmission({ ...submission, key: uuid(), state: 'draft', refusal: wordsOf(error) })
  }
}
